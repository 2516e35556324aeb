import { useTranslation } from "react-i18next";
import { canTravel } from "./canTravel";
import { TextField } from "./fields";

/** As long as the API takes it. */
const LONGEST = 500;

interface BreakGlassFieldProps {
  /** What the reason opens. */
  help: string;
  value: string;
  onChange: (value: string) => void;
  hasFocus?: boolean;
}

/** An admin's reason to look at, or change, what is secret. It travels in a header, which cannot hold every letter there is. */
export const BreakGlassField = ({ help, ...field }: BreakGlassFieldProps) => {
  const { t } = useTranslation();
  const isWrong = !canTravel(field.value);
  return <TextField {...field} label={t("fa.breakGlass")} help={isWrong ? t("fa.breakGlass.letters") : help} isWrong={isWrong} isRequired maxLength={LONGEST} />;
};
