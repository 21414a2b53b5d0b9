// «Проверка установки»: tries on the real Google, one by one, what could only be assumed before.
import * as z from "zod";
import { builtInDocx } from "./documents/builtInTemplates";
import { checkTemplate } from "./documents/checkTemplate";
import { tidyTemplate } from "./documents/tidyTemplate";
import { installProbes } from "./google/installProbes";
import { logDefect } from "./google/serve";
import { Stop } from "./google/stop";
import { assignmentOrder } from "./pairing/assignmentOrder";

/** A probe as the sidebar lists it. */
export interface ProbeView {
  title: string;
  matters: string;
}

/** What trying it gave. */
export interface ProbeResult {
  ok: boolean;
  /** What was seen instead; empty if all is well. */
  seen: string;
}

function probes(): ReturnType<typeof installProbes> {
  return installProbes({
    docx: builtInDocx(assignmentOrder.templateKey),
    faultOf: (docx) => checkTemplate(tidyTemplate(docx).docx, assignmentOrder.tags)[0]?.what ?? "",
  });
}

function loadInstallCheck(): ProbeView[] {
  return probes().map(({ title, matters }) => ({ title, matters }));
}

/** Runs one probe: each in a call of its own, so that one that hangs does not hide the others. */
function runProbe(index: number): ProbeResult {
  const probe = probes()[z.number().int().parse(index)];
  if (!probe) throw new Stop("Такой проверки нет.", "Закройте и снова откройте «Проверку установки».");
  try {
    const seen = probe.run();
    return { ok: seen === "", seen };
  } catch (failure) {
    if (failure instanceof Stop) return { ok: false, seen: `${failure.what} ${failure.mend}` };
    logDefect(failure);
    return { ok: false, seen: "Google отказал в этом действии. Проверьте, что дополнению даны все разрешения." };
  }
}

export const installCheckCalls = { loadInstallCheck, runProbe };
