// «Подбор пар»: opens with the whole school at once; everything after that happens in the page, without asking the server.
import type { PairingView } from "../../pairing/pairingView";
import { server } from "../shared/client";
import { Page } from "../shared/components";
import { Loaded, mount } from "../shared/load";
import { PairingBoard } from "./pairingBoard";
import "./layout.css";

mount(
  <Page title="Подбор пар" wide>
    <Loaded load={(): Promise<PairingView> => server.loadPairing()}>
      {(view, _reload, replace) => <PairingBoard view={view} replace={replace} />}
    </Loaded>
  </Page>,
);
