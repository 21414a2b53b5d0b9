// Plans whom to invite to a questionnaire: one invitation per person and subject, with a personal link, sent or not.
import type { Workbook } from "../workbook/workbook";
import type { FormRecord } from "./forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "./invitations.table";
import { personalLink, type Prefill } from "./personalLink";

/** Somebody to invite. `about` is the code of the pair that the questions are about, if they are about one. */
export interface Guest {
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  email: string | null;
  about: string | null;
  /** What the personal link fills in beside the code. */
  prefill?: Prefill;
}

const NO_ADDRESS = "Нет адреса почты: впишите его на вкладке «Педагоги» или передайте личную ссылку сами.";

/**
 * Adds the invitations that do not exist yet; repeatable. Without an e-mail address the personal link is made all the
 * same, for the curator to hand over; when an address appears, the invitation is ready to be sent.
 */
export function invite(wb: Workbook, form: FormRecord, guests: readonly Guest[]): Invitation[] {
  const known = new Map(wb.all(invitations).map((invitation) => [placeOf(invitation), invitation]));
  return guests.map((guest) => {
    const place = placeOf({ form: form.code, person: guest.code, about: guest.about });
    const before = known.get(place);
    const invitation = before ? readdressed(wb, before, guest) : added(wb, form, guest);
    known.set(place, invitation);
    return invitation;
  });
}

function added(wb: Workbook, form: FormRecord, guest: Guest): Invitation {
  const invitation = wb.add(invitations, {
    form: form.code,
    person: guest.code,
    fullName: guest.fullName,
    about: guest.about,
    status: guest.email === null ? INVITATION_STATUS.failed : INVITATION_STATUS.planned,
    reminders: 0,
    trouble: guest.email === null ? NO_ADDRESS : null,
  });
  return wb.update(invitations, invitation.code, { link: personalLink(form, invitation.code, guest.prefill) });
}

/** The link stays as it was, since the curator may have handed it over: what it filled in is what the answer is compared with. */
function readdressed(wb: Workbook, before: Invitation, guest: Guest): Invitation {
  if (before.status !== INVITATION_STATUS.failed || guest.email === null || before.sentAt !== null) return before;
  return wb.update(invitations, before.code, { status: INVITATION_STATUS.planned, trouble: null });
}

function placeOf({ form, person, about }: { form: string; person: string; about: string | null }): string {
  return `${form} ${person} ${about ?? ""}`;
}
