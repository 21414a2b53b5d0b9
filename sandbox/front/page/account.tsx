// Who is at the keyboard: the account, and the way to another one.
import { useState } from "preact/hooks";
import type { AccountView } from "../operations/people";
import { Icon } from "./icons";
import { Modal } from "./modal";

interface SwitchProps {
  accounts: AccountView[];
  user: string;
  onChoose: (email: string) => void;
}

function initialsOf(name: string): string {
  return name
    .split(" ")
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
}

/** «Вы вошли как …», with the list of accounts. */
export function AccountSwitch({ accounts, user, onChoose }: SwitchProps) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  const current = accounts.find((account) => account.email === user);
  const found = accounts.filter((account) =>
    `${account.name} ${account.role} ${account.email}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <button
        type="button"
        class="control"
        aria-label={`Вы вошли как ${current?.name ?? user}${current?.role ? ` (${current.role})` : ""}. Сменить пользователя`}
        onClick={() => {
          setOpen(true);
        }}
      >
        <span class="avatar" aria-hidden="true">
          {initialsOf(current?.name ?? user)}
        </span>
        <span class="control-text">
          <small>Вы вошли как</small>
          {shortName(current?.name ?? user)}
          {current?.role ? ` (${current.role})` : ""}
        </span>
        <Icon name="down" size={14} />
      </button>
      {isOpen && (
        <Modal
          title="Сменить пользователя"
          onClose={() => {
            setOpen(false);
          }}
        >
          <input
            class="field"
            aria-label="Найти человека"
            placeholder="Имя, должность или почта"
            autofocus
            value={wanted}
            onInput={(event) => {
              setWanted(event.currentTarget.value);
            }}
          />
          <ul class="accounts">
            {found.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  class={account.email === user ? "account current" : "account"}
                  onClick={() => {
                    setOpen(false);
                    onChoose(account.email);
                  }}
                >
                  <span class="avatar" aria-hidden="true">
                    {initialsOf(account.name)}
                  </span>
                  <span>
                    {account.name}
                    <small>{[account.role, account.email].filter((part) => part !== "").join(" · ")}</small>
                  </span>
                  {account.editor && <span class="badge">ведёт таблицу</span>}
                </button>
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  );
}

/** «Седых И. Н.» */
function shortName(name: string): string {
  const [surname = "", ...rest] = name.split(" ");
  return [surname, ...rest.map((word) => `${word.charAt(0)}.`)].join(" ");
}
