// The page's entry: the office of the sandbox, or a form as its respondent sees it.
import { render } from "preact";
import { Office } from "./office";
import { RespondentPage } from "./respondent";
import "./styles/base.css";
import "./styles/office.css";
import "./styles/grid.css";
import "./styles/panels.css";
import "./styles/pages.css";
import "./styles/respondent.css";

const root = document.getElementById("app");
if (root) {
  const isForm = location.pathname === "/form";
  render(
    isForm ? <RespondentPage address={new URLSearchParams(location.search).get("address") ?? ""} /> : <Office />,
    root,
  );
}
