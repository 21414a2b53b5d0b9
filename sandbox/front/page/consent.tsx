// The consent screen: what the script asks for, in words, each permission with its own tick as Google shows them.
import { useState } from "preact/hooks";
import { Modal } from "./modal";

const WORDS: Record<string, string> = {
  "spreadsheets.currentonly": "Просматривать таблицу, в которой оно установлено, и управлять ею",
  spreadsheets: "Просматривать, изменять, создавать и удалять все ваши таблицы",
  "drive.file": "Работать с файлами на Диске, которые оно само создало или вы для него открыли",
  drive: "Просматривать, изменять, создавать и удалять все ваши файлы на Диске",
  forms: "Просматривать ваши формы и управлять ими",
  "script.container.ui": "Показывать панели и окна внутри таблицы",
  "script.send_mail": "Отправлять письма от вашего имени",
  "script.scriptapp": "Запускаться, когда вас нет рядом",
  "script.external_request": "Обращаться к внешним службам",
  "userinfo.email": "Видеть адрес вашей электронной почты",
};

interface ConsentProps {
  scopes: string[];
  user: string;
  /** With the scopes that the person does not grant. */
  onDecide: (refused: string[]) => void;
}

const shortName = (scope: string): string => scope.replace("https://www.googleapis.com/auth/", "");

export function ConsentBox({ scopes, user, onDecide }: ConsentProps) {
  const [refused, setRefused] = useState<string[]>([]);
  return (
    <Modal
      title="Дополнению «Наставник» нужен доступ"
      width={520}
      onClose={() => {
        onDecide(scopes);
      }}
    >
      <p class="modal-text">Учётная запись {user}. Дополнение сможет:</p>
      <ul class="scopes">
        {scopes.map((scope) => (
          <li key={scope}>
            <label>
              <input
                type="checkbox"
                checked={!refused.includes(scope)}
                onChange={(event) => {
                  const others = refused.filter((one) => one !== scope);
                  setRefused(event.currentTarget.checked ? others : [...others, scope]);
                }}
              />
              <span>
                {WORDS[shortName(scope)] ?? shortName(scope)}
                <small>{shortName(scope)}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="modal-buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            onDecide(refused);
          }}
        >
          Разрешить
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            onDecide(scopes);
          }}
        >
          Отказаться
        </button>
      </div>
    </Modal>
  );
}
