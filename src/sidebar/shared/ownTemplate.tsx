// «Свой шаблон»: puts the built-in template on Drive for the school to change, and from then on papers are made from it.
import { useState } from "preact/hooks";
import { Button, Notice, Trouble } from "./components";
import { useAction } from "./load";

/** `edit` gives the link of the school's template, made if there is none. */
export function OwnTemplate({ edit }: { edit: () => Promise<{ link: string }> }) {
  const [link, setLink] = useState<string | null>(null);
  const { error, run } = useAction();
  return (
    <div class="stack">
      <Button
        kind="link"
        onPress={() =>
          run(async () => {
            setLink((await edit()).link);
          })
        }
      >
        Изменить шаблон документа
      </Button>
      {link && (
        <Notice tone="good" title="Шаблон на Google Диске">
          <p>
            <a href={link} target="_blank" rel="noreferrer">
              Открыть шаблон
            </a>
          </p>
          <p class="small">
            Меняйте текст и оформление, не трогая метки в фигурных скобках. Проверить шаблон, вставить метку и вернуться
            к встроенному можно в «Документы → Шаблоны».
          </p>
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}
