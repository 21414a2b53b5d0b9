// The code-only mode, chosen late: the wizard shows which open forms ask for names, and closes them.
import type { Step } from "./step";

export const codeOnly: Step = {
  name: "code-only",
  title: "The code-only mode, chosen with forms open, has the wizard name them and close them",
  run: async (office) => {
    const panel = await office.open("Начало работы");
    await office.press(panel, "Изменить сведения");
    await office.press(panel, "Далее");
    await office.press(panel, "Далее");
    await panel.frame.getByLabel("Анкеты и письма без имён").check();
    await office.press(panel, "Настроить");
    await panel.frame.getByText("Открыты анкеты, которые спрашивают ФИО").waitFor();
    await office.usableByAll(panel);
    await office.press(panel, "Закрыть эти анкеты");
    await office.press(panel, "Закрыть");
    await panel.frame.getByText("Открыты анкеты, которые спрашивают ФИО").waitFor({ state: "detached" });
    await panel.frame.getByText("Анкеты и письма без имён: только коды участников.").waitFor();
  },
};
