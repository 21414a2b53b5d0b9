// The accounts of the sandbox, and the files that a newcomer tries the add-on with.
import { accounts } from "../../kernel/world";
import { driveFiles } from "../../drive/files";
import { SAMPLE_SCHOOL } from "../../sample/school";
import { SAMPLE_STAFF } from "../../sample/staff";
import { homeBook } from "../workspace";
import { looking, NOTHING } from "./operation";

/** An account that one can be at the keyboard. */
export interface AccountView {
  email: string;
  name: string;
  /** Such as «куратор» or the person's post. */
  role: string;
  /** Whether the account works in the school's spreadsheet. */
  editor: boolean;
}

/** The accounts: those who work in the spreadsheet first. */
const readAccounts = looking(NOTHING, (workspace): AccountView[] => {
  const files = driveFiles(workspace.world);
  const book = files.find(homeBook(workspace));
  const views = Object.values(accounts(workspace.world)).map(({ email, name }): AccountView => {
    const editor = book !== undefined && files.canWrite(book, email);
    const post = SAMPLE_STAFF.find((person) => person.email === email)?.post ?? "";
    return { email, name, editor, role: email === SAMPLE_SCHOOL.curatorEmail ? "куратор" : post };
  });
  return views.sort(
    (a, b) => Number(b.editor) - Number(a.editor) || rank(a) - rank(b) || a.name.localeCompare(b.name, "ru"),
  );
});

const rank = (account: AccountView): number => (account.role === "куратор" ? 0 : 1);

export const peopleOperations = { readAccounts };
