// Where in the office one is: kept in the address after `#`, so that links and the Back button work.
import { useEffect, useState } from "preact/hooks";

export type PageName = "sheet" | "drive" | "document" | "forms" | "mail" | "runs" | "triggers";

export interface Route {
  page: PageName;
  id: string;
}

const NAMES: readonly string[] = ["sheet", "drive", "document", "forms", "mail", "runs", "triggers"];

function isPage(name: string): name is PageName {
  return NAMES.includes(name);
}

function read(): Route {
  const [name = "", id = ""] = location.hash.replace(/^#\/?/, "").split("/");
  return isPage(name) ? { page: name, id: decodeURIComponent(id) } : { page: "sheet", id: "" };
}

/** The address of a page. */
export function hrefOf(page: PageName, id = ""): string {
  return id === "" ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
}

/** The present route; follows the address. */
export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const follow = (): void => {
      setRoute(read());
    };
    window.addEventListener("hashchange", follow);
    return () => {
      window.removeEventListener("hashchange", follow);
    };
  }, []);
  return route;
}
