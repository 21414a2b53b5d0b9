// «Документы»: what is waited for now, then making papers, their register, the pairs' packs and the templates.
import { useState } from "preact/hooks";
import { Page } from "../shared/components";
import { mount } from "../shared/load";
import { Packs } from "./packs";
import { Templates } from "./templates";

function Documents() {
  const [part] = useState("packs");
  return part === "packs" ? <Packs onOpen={() => undefined} /> : <Templates />;
}

mount(
  <Page title="Документы">
    <Documents />
  </Page>,
);
