// «Ознакомление»: who has seen a signed document, and asking those who have not.
import type { DocumentView } from "../../papers/papersView";
import { Button } from "../shared/components";

/** @param onChanged something was sent or written down: the register is to be read anew */
export function Acquaint({
  document,
  onClose,
}: {
  document: DocumentView;
  onChanged: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <div class="card selected" role="group" aria-label="Ознакомление">
      <b>Ознакомлены: {document.acquainted}</b>
      <Button onPress={onClose}>Закрыть</Button>
    </div>
  );
}
