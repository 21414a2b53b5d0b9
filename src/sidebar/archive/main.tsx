// «Архив и удаление»: a finished school year into a file of its own; one person's data deleted on demand.
import { useState } from "preact/hooks";
import type { ArchiveView } from "../../lists/archive/archiveView";
import { server } from "../shared/client";
import { Button, Page, Section } from "../shared/components";
import { Loaded, mount } from "../shared/load";
import { Work } from "../shared/work";
import { DeletePerson } from "./deletePerson";
import { Year } from "./year";

function Archive({ view, reload }: { view: ArchiveView; reload: () => Promise<void> }) {
  const [year, setYear] = useState<string | null>(null);
  return (
    <>
      <Section title="Архив учебного года">
        <p class="small muted">
          Завершённые пары с программами, закрытые анкеты с ответами и ненужная больше диагностика переносятся в
          отдельную Google Таблицу. Приказы остаются на вкладке «Документы».
        </p>
        {view.jobs.length > 0 && (
          <Work key={view.jobs.map(({ code }) => code).join()} jobs={view.jobs} onEnd={reload} />
        )}
        {view.years.length === 0 ? (
          <p>Прошлых лет для архива нет. Текущий учебный год — {view.currentYear}: его записи в работе.</p>
        ) : (
          <div class="row">
            {view.years.map((one) => (
              <Button
                key={one}
                onPress={() => {
                  setYear(one);
                }}
              >
                {one}
              </Button>
            ))}
          </div>
        )}
        {year !== null && <Year key={year} year={year} reload={reload} />}
        {view.made.length > 0 && (
          <ul class="plain">
            {view.made.map(({ heading, link }) => (
              <li key={heading}>
                {link ? (
                  <a href={link} target="_blank" rel="noreferrer">
                    {heading}
                  </a>
                ) : (
                  heading
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Удаление сведений о человеке">
        <DeletePerson people={view.people} />
      </Section>
    </>
  );
}

mount(
  <Page title="Архив и удаление">
    <Loaded load={() => server.loadArchive()}>{(view, reload) => <Archive view={view} reload={reload} />}</Loaded>
  </Page>,
);
