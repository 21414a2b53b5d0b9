// «Выписка для совета»: one button, then the link; made again, it is the same Google Doc.
import { useState } from "preact/hooks";
import type { ExtractMade, ListFilters } from "../../lists/listsView";
import { server } from "../shared/client";
import { Button, Notice, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

/** Makes the extract of the list as it is narrowed now. */
export function Extract({ list, filters }: { list: string; filters: ListFilters }) {
  const [made, setMade] = useState<ExtractMade | null>(null);
  const { error, run } = useAction();
  return (
    <>
      {made && (
        <Notice tone={made.warnings.length > 0 ? "warn" : "good"} title={`Выписка готова, записей: ${made.rows}`}>
          {made.link && (
            <p>
              <a href={made.link} target="_blank" rel="noreferrer">
                Открыть выписку
              </a>
            </p>
          )}
          <p>Контактов в ней нет. Откройте доступ членам совета кнопкой «Поделиться»: сама таблица им не нужна.</p>
          {made.withheld > 0 && <p>Не названы, потому что отозвали согласие: {made.withheld}.</p>}
          {made.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
      <Button
        onPress={() =>
          run(async () => {
            setMade(await server.makeExtract({ list, filters }));
          })
        }
      >
        {made ? "Обновить выписку" : "Выписка для совета"}
      </Button>
    </>
  );
}
