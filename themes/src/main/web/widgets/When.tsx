import { environment } from "../environment";

const FORMAT = new Intl.DateTimeFormat(environment.locale, { dateStyle: "medium", timeStyle: "short" });

/** An instant of the API in the reader's language and time zone. */
export const When = ({ at }: { at: string }) => <time dateTime={at}>{FORMAT.format(new Date(at))}</time>;
