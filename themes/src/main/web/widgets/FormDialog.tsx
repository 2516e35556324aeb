import { Button, Form, Modal, type ModalProps } from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem";
import { Refusal } from "./Refusal";

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  /** What the button that does it says. */
  submit: string;
  isDanger?: boolean;
  /** Whether something is still missing that the form can tell by itself. */
  isIncomplete?: boolean;
  variant?: ModalProps["variant"];
  /** Does it. The dialog closes when that is done, and stays with the API's words when it is refused. */
  onSubmit: () => Promise<void>;
  close: () => void;
  children?: ReactNode;
}

/** A question with fields: Enter does it, Escape leaves it, and a refusal stands where it happened. */
export const FormDialog = (props: FormDialogProps) => {
  const { t } = useTranslation();
  const form = useId();
  const { isBusy, problem, submit } = useSubmission(props);
  return (
    <Modal
      isOpen
      variant={props.variant ?? "medium"}
      title={props.title}
      titleIconVariant={props.isDanger ? "warning" : undefined}
      description={props.description}
      onClose={props.close}
      actions={[
        <Button
          key="submit"
          type="submit"
          form={form}
          variant={props.isDanger ? "danger" : "primary"}
          isDisabled={props.isIncomplete || isBusy}
          isLoading={isBusy}
        >
          {props.submit}
        </Button>,
        <Button key="cancel" variant="link" onClick={props.close}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <Form id={form} className="fa-modal-form" onSubmit={submit}>
        {props.children}
        <Refusal problem={problem} />
      </Form>
    </Modal>
  );
};

function useSubmission({ onSubmit, close, isIncomplete }: FormDialogProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isIncomplete || isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
      close();
    } catch (error) {
      setProblem(ApiProblem.from(error));
      setBusy(false);
    }
  };
  return { isBusy, problem, submit };
}
