// The tabs under the grid: choose, add, rename, duplicate, delete, hide, show.
import { useState } from "preact/hooks";
import type { TabView } from "../../operations/bookView";
import { perform } from "../api";
import { Dropdown, type MenuLine } from "../dropdown";
import { Icon } from "../icons";
import { ConfirmBox } from "../modal";

interface TabsProps {
  bookId: string;
  tabs: TabView[];
  current: number;
  mayEdit: boolean;
  onChoose: (sheetId: number) => void;
  attempt: (work: Promise<unknown>) => void;
}

/** The row of tabs. */
export function Tabs({ bookId: id, tabs, current, mayEdit, onChoose, attempt }: TabsProps) {
  const [renaming, setRenaming] = useState<number | null>(null);
  const [deleting, setDeleting] = useState<TabView | null>(null);
  const shown = tabs.filter((tab) => !tab.hidden);
  const added = (work: Promise<number>): void => {
    attempt(work.then(onChoose));
  };
  const rename = (sheetId: number, name: string): void => {
    setRenaming(null);
    const old = tabs.find((tab) => tab.id === sheetId)?.name;
    if (name.trim() !== "" && name !== old) attempt(perform("renameTab", { id, sheetId, name: name.trim() }));
  };
  const tabMenu = (tab: TabView): MenuLine[] => {
    const sheetId = tab.id;
    const item = (label: string, onItem: () => void, disabled = false): MenuLine => ({
      kind: "item",
      label,
      onChoose: onItem,
      disabled,
    });
    return [
      item("Переименовать", () => {
        setRenaming(sheetId);
      }),
      item("Создать копию", () => {
        added(perform("duplicateTab", { id, sheetId }));
      }),
      item("Скрыть лист", () => {
        attempt(perform("hideTab", { id, sheetId, hidden: true }));
      }),
      item(
        "Сдвинуть влево",
        () => {
          attempt(perform("moveTab", { id, sheetId, index: tabs.indexOf(tab) - 1 }));
        },
        tabs.indexOf(tab) === 0,
      ),
      item(
        "Сдвинуть вправо",
        () => {
          attempt(perform("moveTab", { id, sheetId, index: tabs.indexOf(tab) + 1 }));
        },
        tabs.indexOf(tab) === tabs.length - 1,
      ),
      { kind: "separator" },
      item("Удалить", () => {
        setDeleting(tab);
      }),
    ];
  };
  return (
    <div class="tabs">
      {mayEdit && (
        <button
          type="button"
          class="icon-button"
          aria-label="Добавить лист"
          title="Добавить лист"
          onClick={() => {
            added(perform("addTab", { id }));
          }}
        >
          <Icon name="plus" size={18} />
        </button>
      )}
      <div class="up">
        <Dropdown
          label="Все листы"
          className="icon-button"
          lines={() =>
            tabs.map((tab) => ({
              kind: "item",
              label: tab.name,
              current: tab.id === current,
              ...(tab.hidden ? { hint: "скрыт" } : {}),
              onChoose: () => {
                if (tab.hidden && mayEdit) attempt(perform("hideTab", { id, sheetId: tab.id, hidden: false }));
                onChoose(tab.id);
              },
            }))
          }
        >
          <Icon name="list" size={18} />
        </Dropdown>
      </div>
      <div class="tab-list" role="tablist" aria-label="Листы">
        {shown.map((tab) => (
          <div
            key={tab.id}
            class={tab.id === current ? "tab current" : "tab"}
            style={tab.color ? { borderBottomColor: tab.color } : {}}
          >
            {renaming === tab.id ? (
              <input
                class="tab-name"
                aria-label="Название листа"
                autofocus
                value={tab.name}
                onKeyDown={(event) => {
                  if (event.key === "Enter") rename(tab.id, event.currentTarget.value);
                  if (event.key === "Escape") setRenaming(null);
                }}
                onBlur={(event) => {
                  rename(tab.id, event.currentTarget.value);
                }}
              />
            ) : (
              <button
                type="button"
                role="tab"
                aria-selected={tab.id === current}
                ref={(element) => {
                  if (element && tab.id === current)
                    element.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
                }}
                onClick={() => {
                  onChoose(tab.id);
                }}
                onDblClick={() => {
                  if (mayEdit) setRenaming(tab.id);
                }}
              >
                {tab.name}
              </button>
            )}
          </div>
        ))}
      </div>
      {mayEdit && tabs.some((tab) => tab.id === current) && (
        <div class="up">
          <Dropdown
            label="Действия с листом"
            className="icon-button"
            align="right"
            lines={() =>
              tabMenu(tabs.find((tab) => tab.id === current) ?? { id: current, name: "", hidden: false, color: null })
            }
          >
            <Icon name="down" size={16} />
          </Dropdown>
        </div>
      )}
      {deleting && (
        <ConfirmBox
          title="Удалить лист?"
          text={`Лист «${deleting.name}» будет удалён вместе со всем, что на нём есть.`}
          action="Удалить"
          onConfirm={() => {
            setDeleting(null);
            attempt(perform("deleteTab", { id, sheetId: deleting.id }));
          }}
          onClose={() => {
            setDeleting(null);
          }}
        />
      )}
    </div>
  );
}
