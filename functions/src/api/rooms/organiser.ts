import * as contract from '@contract/organiser.ts';
import { addUnit } from '@server/usecases/organiser/add-unit.ts';
import { closeJudging, closeSubmission } from '@server/usecases/organiser/close-round.ts';
import { createEdition } from '@server/usecases/organiser/create-edition.ts';
import { addAccount, renewInvite } from '@server/usecases/organiser/invite-account.ts';
import { listAccounts } from '@server/usecases/organiser/list-accounts.ts';
import { listUnits } from '@server/usecases/organiser/list-units.ts';
import { publishRound } from '@server/usecases/organiser/publish-round.ts';
import { readOverview } from '@server/usecases/organiser/read-overview.ts';
import { setAccountActive } from '@server/usecases/organiser/set-account-active.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const organiserEndpoints: readonly Endpoint[] = [
  endpoint(contract.readOverview, ({ deps, caller }) => readOverview(deps, caller)),
  endpoint(contract.createEdition, ({ deps, caller, body }) => createEdition(deps, caller, body)),
  endpoint(contract.listUnits, ({ deps, caller }) => listUnits(deps, caller)),
  endpoint(contract.addUnit, ({ deps, caller, body }) => addUnit(deps, caller, body)),
  endpoint(contract.listAccounts, ({ deps, caller }) => listAccounts(deps, caller)),
  endpoint(contract.addAccount, ({ deps, caller, body }) => addAccount(deps, caller, body)),
  endpoint(contract.renewInvite, ({ deps, caller, params }) => renewInvite(deps, caller, params)),
  endpoint(contract.setAccountActive, ({ deps, caller, params, body }) =>
    setAccountActive(deps, caller, params, body),
  ),
  endpoint(contract.closeSubmission, ({ deps, caller }) => closeSubmission(deps, caller)),
  endpoint(contract.closeJudging, ({ deps, caller }) => closeJudging(deps, caller)),
  endpoint(contract.publishRound, ({ deps, caller }) => publishRound(deps, caller)),
];
