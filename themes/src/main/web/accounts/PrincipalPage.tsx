import { useParams } from "react-router-dom";
import { Missing } from "../shell/Missing";
import { principalParts } from "../widgets/PrincipalName";
import { ClientPage } from "./ClientPage";
import { GroupPage } from "./GroupPage";
import { UserPage } from "./UserPage";

/** What is known of one principal, and done about them; the address holds the reference. */
export const PrincipalPage = () => {
  const reference = useParams()["*"] ?? "";
  const { type } = principalParts(reference);
  if (type === "user") return <UserPage key={reference} reference={reference} />;
  if (type === "service-account") return <ClientPage key={reference} reference={reference} />;
  if (type === "group") return <GroupPage key={reference} reference={reference} />;
  return <Missing />;
};
