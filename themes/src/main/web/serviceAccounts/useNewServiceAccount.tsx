import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router-dom";
import { basePath } from "../environment";
import { NewServiceAccount } from "./NewServiceAccount";
import { ShownKey } from "./ShownKey";
import type { ServiceAccount } from "./types";

/** Makes a service account, shows its first key, and goes to its page when that is put away. */
export function useNewServiceAccount(): { start: () => void; dialogs: ReactNode } {
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [made, setMade] = useState<ServiceAccount>();
  return {
    start: () => setAsking(true),
    dialogs: (
      <>
        {isAsking && <NewServiceAccount close={() => setAsking(false)} made={setMade} />}
        {made && <ShownKey secret={made.key ?? ""} close={() => navigate(`${basePath}/service-accounts/${made.id}`)} />}
      </>
    ),
  };
}
