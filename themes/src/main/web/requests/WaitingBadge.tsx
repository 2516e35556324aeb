import { Badge } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router-dom";
import { useApi } from "../shell/context";
import { useLoad } from "../shell/useLoad";
import { countWaiting, MOST, useRequestsTurn } from "./waiting";

/** How many requests wait for my answer; nothing where none does. It looks again on each page, and after an answer. */
export const WaitingBadge = () => {
  const { t } = useTranslation();
  const api = useApi();
  const turn = useRequestsTurn();
  const { pathname } = useLocation();
  const waiting = useLoad((signal) => countWaiting(api, signal), [api, turn, pathname]);
  const n = waiting.data ?? 0;
  return n > 0 ? (
    <Badge className="fa-badge" screenReaderText={t("fa.requests.waiting")}>
      {n > MOST ? `${MOST}+` : n}
    </Badge>
  ) : null;
};
