// «Итоговый опрос» and «Сводка»: both sides answer, the satisfaction and its charts stand on the tab.
import { strict as assert } from "node:assert";
import type { Office } from "../office";
import type { Step } from "./step";

const END_OF_YEAR = "2027-05-17";

async function survey(office: Office): Promise<void> {
  const panel = await office.open("Итоговый опрос");
  const { frame } = panel;
  await office.usableByAll(panel);
  await frame.getByRole("button", { name: "Запустить опрос" }).click();
  await frame.getByRole("button", { name: "Разослать" }).click();
  await frame.getByRole("button", { name: "Напомнить" }).waitFor();
  await frame.getByText("Окно можно закрыть").waitFor({ state: "detached" });
  const answered = await office.everybodyAnswers();
  assert.ok(answered >= 20, `answers: ${answered}`);
  await office.place("Таблица");
  await office.press(panel, "Собрать ответы");
  await frame.getByText(`Новых ответов: ${answered}`).waitFor();
  await office.picture("surveys");
  await office.usableByAll(panel);
}

async function dashboard(office: Office): Promise<void> {
  const panel = await office.open("Сводка");
  await office.press(panel, "Обновить вкладку «Сводка»");
  await panel.frame.getByText("Вкладка «Сводка» обновлена").waitFor();
  const satisfaction = await office.figure(panel, "оценка наставляемых из 10");
  assert.match(satisfaction, /^([5-9](,\d)?|10)$/, "satisfaction of the mentees");
  await office.usableByAll(panel);
  await office.closePanel();
  await office.openTab("Сводка");
  await office.page.getByTestId("chart").first().waitFor();
  assert.ok((await office.page.getByTestId("chart").count()) >= 2, "charts on the tab");
  await office.cell(`наставляемые — ${satisfaction} из 10`).waitFor();
  await office.picture("dashboard");
}

export const surveys: Step = {
  name: "surveys",
  title: "«Итоговый опрос» asks both sides; «Сводка» shows the satisfaction with its charts",
  run: async (office) => {
    await office.passUntil(END_OF_YEAR);
    await survey(office);
    await dashboard(office);
  },
};
