// The sample school: everything about it is invented.

/** What the wizard «Начало работы» asks about a school. */
export const SAMPLE_SCHOOL = {
  fullName:
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7» г. Заречный Бор",
  shortName: "МБОУ СОШ № 7 г. Заречный Бор",
  kind: "школа",
  place: "г. Заречный Бор",
  address: "г. Заречный Бор, ул. Школьная, д. 7",
  phone: "+7 (999) 000-07-00",
  site: "https://school7.example",
  /** Right check digits of a region that does not exist; the leading zero is as in Bashkortostan. */
  inn: "0070070072",
  ogrn: "1020000707077",
  email: "school@school7.example",
  head: "Воронцова Галина Сергеевна",
  headPost: "директор",
  /** Keeps the bank; a deputy head from the staff list. */
  curator: "Седых Ирина Николаевна",
  curatorEmail: "sedykh.in@school7.example",
  /** Speaks for the union in local acts. */
  unionChair: "Головня Юрий Степанович",
  schoolYear: "2026/27",
} as const;
