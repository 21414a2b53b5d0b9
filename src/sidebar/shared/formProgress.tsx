// How one Google Form stands: who has answered, whom no letter reached, where to look at the form itself.
import { Figure } from "./components";

/** The part that every questionnaire's view has. */
interface FormStanding {
  answered: number;
  invited: number;
  unreached: readonly { name: string; link: string | null; why: string }[];
  link: string | null;
  editLink: string | null;
}

/** Figures, the people to hand the link over to, and the links of the form. */
export function FormProgress({ form }: { form: FormStanding }) {
  return (
    <>
      <div class="figures">
        <Figure value={form.answered} label="ответили" />
        <Figure value={form.invited} label="приглашены" />
      </div>
      {form.unreached.length > 0 && (
        <details>
          <summary>Передать ссылку лично: {form.unreached.length}</summary>
          <ul class="plain small">
            {form.unreached.map((person) => (
              <li key={person.name}>
                {person.name}: {person.why}{" "}
                {person.link && (
                  <a href={person.link} target="_blank" rel="noreferrer">
                    личная ссылка
                  </a>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="row small">
        {form.link && (
          <a href={form.link} target="_blank" rel="noreferrer">
            Посмотреть анкету
          </a>
        )}
        {form.editLink && (
          <a href={form.editLink} target="_blank" rel="noreferrer">
            Изменить вопросы
          </a>
        )}
      </div>
    </>
  );
}
