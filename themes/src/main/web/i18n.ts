import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

interface Message {
  key: string;
  value: string;
}

/** All texts come from the theme's message bundles, which Keycloak serves in the language that it chose. */
export async function loadTexts(): Promise<void> {
  const address = `${environment.serverBaseUrl.replace(/\/$/, "")}/resources/${environment.realm}/account/${environment.locale}`;
  const messages = (await (await fetch(address)).json()) as Message[];
  const texts = Object.fromEntries(messages.map(({ key, value }) => [key, value]));
  document.documentElement.lang = environment.locale;
  await i18next.use(initReactI18next).init({
    lng: environment.locale,
    fallbackLng: false,
    nsSeparator: false,
    keySeparator: false,
    interpolation: { escapeValue: false },
    resources: { [environment.locale]: { translation: texts } },
  });
}
