// «Триггеры»: what runs by itself, for whom and when.
import { Icon } from "./icons";
import { useLoaded } from "./loaded";
import { shortMoment } from "./words";

export function TriggersPage({ onFire }: { onFire: (uid: string) => void }) {
  const triggers = useLoaded("readTriggers", {});
  return (
    <section class="place page" aria-label="Триггеры">
      <header class="page-head">
        <h1>Триггеры</h1>
      </header>
      {triggers.failure && <p class="empty">{triggers.failure}</p>}
      {triggers.value?.length === 0 && (
        <p class="empty">Триггеров пока нет. Их создаст «Начало работы» в меню «Наставничество».</p>
      )}
      {triggers.value && triggers.value.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th>Функция</th>
              <th>Когда</th>
              <th>Следующий запуск</th>
              <th>Владелец</th>
              <th>
                <span class="visually-hidden">Действия</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {triggers.value.map((trigger) => (
              <tr key={trigger.uid}>
                <td>{trigger.function}</td>
                <td>{trigger.when}</td>
                <td>{trigger.next === null ? "—" : shortMoment(trigger.next)}</td>
                <td>{trigger.owner}</td>
                <td class="actions">
                  {trigger.next !== null && (
                    <button
                      type="button"
                      class="button small"
                      onClick={() => {
                        onFire(trigger.uid);
                      }}
                    >
                      <Icon name="play" size={14} /> Запустить сейчас
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
