import { Checkbox, FormGroup, FormHelperText, HelperText, HelperTextItem, TextArea, TextInput } from "@patternfly/react-core";
import { useId } from "react";

interface FieldProps<T> {
  label: string;
  /** What to know before one types. */
  help?: string;
  value: T;
  onChange: (value: T) => void;
  isRequired?: boolean;
}

interface TextFieldProps extends FieldProps<string> {
  type?: "text" | "email" | "datetime-local";
  maxLength?: number;
  /** Whether what is typed cannot be right. */
  isWrong?: boolean;
  /** Whether it is where somebody goes on who opened or added it. */
  hasFocus?: boolean;
}

/** One line of text. */
export const TextField = ({ label, help, value, onChange, isRequired, type = "text", maxLength, isWrong, hasFocus }: TextFieldProps) => {
  const id = useId();
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        type={type}
        value={value}
        isRequired={isRequired}
        maxLength={maxLength}
        validated={isWrong ? "error" : "default"}
        aria-describedby={help ? `${id}-help` : undefined}
        autoComplete="off"
        autoFocus={hasFocus}
        onChange={(_, typed) => onChange(typed)}
      />
      <Help id={`${id}-help`} text={help} isWrong={isWrong} />
    </FormGroup>
  );
};

/** Some lines of text. */
export const LinesField = ({ label, help, value, onChange, isRequired, maxLength, isWrong, className }: TextFieldProps & { className?: string }) => {
  const id = useId();
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextArea
        id={id}
        value={value}
        isRequired={isRequired}
        maxLength={maxLength}
        resizeOrientation="vertical"
        className={className}
        validated={isWrong ? "error" : "default"}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(_, typed) => onChange(typed)}
      />
      <Help id={`${id}-help`} text={help} isWrong={isWrong} />
    </FormGroup>
  );
};

/** Yes or no, with what yes means. */
export const YesNoField = ({ label, help, value, onChange }: FieldProps<boolean>) => {
  const id = useId();
  return <Checkbox id={id} label={label} description={help} isChecked={value} onChange={(_, checked) => onChange(checked)} />;
};

/** When something ends by itself, in the reader's time zone; empty for never. */
export const EndField = (props: Omit<FieldProps<string>, "isRequired">) => <TextField {...props} type="datetime-local" />;

/** What is said of a field: what to know of it, or what is wrong with it. */
export const Help = ({ id, text, isWrong }: { id: string; text?: string; isWrong?: boolean }) =>
  text && (
    <FormHelperText>
      <HelperText id={id}>
        <HelperTextItem variant={isWrong ? "error" : "default"}>{text}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
