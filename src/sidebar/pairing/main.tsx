// «Подбор пар»: opens with the whole school at once; everything after that happens in the page, without asking the server.
import { Page } from "../shared/components";
import { Loaded, mount } from "../shared/load";
import { loadView } from "./loadView";
import { PairingBoard } from "./pairingBoard";
import "./layout.css";

mount(
  <Page title="Подбор пар" wide>
    <Loaded load={loadView}>{(view, _reload, replace) => <PairingBoard view={view} replace={replace} />}</Loaded>
  </Page>,
);
