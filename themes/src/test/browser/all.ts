// In one process, so that all share one browser, in which everyone logs in once.
import "./agreement";
import "./accounts";
import "./admins";
import "./explore";
import "./glass";
import "./permissions";
import "./requests";
import "./rules";
import "./serviceAccounts";
import "./looks";
