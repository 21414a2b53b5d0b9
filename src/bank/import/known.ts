// People of the bank and of a list in the one form in which they are compared.
import type { Person } from "../people.table";
import type { Known } from "./comparePeople";
import { readPhone } from "./contacts";
import type { IncomingPerson } from "./readPeople";

/** A record of the bank, with what the last import wrote there: the curator may have mended it since. */
export function knownOfPerson(person: Person): Known {
  const { code, fullName, email, birthYear, post, subject, hiredOn, imported } = person;
  const phone = person.phone === null ? null : readPhone(person.phone).value;
  return { id: code, code, fullName, email, phone, birthYear, post, subject, hiredOn, before: imported ?? {} };
}

/** A line of a list. The post of a second, internal job tells nobody apart from the holder of the first. */
export function knownOfIncoming({ row, code, values, formerName, partTime }: IncomingPerson): Known {
  return {
    id: String(row),
    code,
    fullName: values.fullName,
    email: values.email ?? null,
    phone: values.phone ?? null,
    birthYear: values.birthYear ?? null,
    post: partTime === "internal" ? null : (values.post ?? null),
    subject: values.subject ?? null,
    hiredOn: partTime === null ? (values.hiredOn ?? null) : null,
    before: formerName === null ? {} : { fullName: formerName },
  };
}
