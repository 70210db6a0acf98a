import * as contract from '@contract/rules.ts';
import { removeUnit, renameUnit } from '@server/usecases/organiser/change-unit.ts';
import { readRules, saveEdition, saveSettings } from '@server/usecases/organiser/rules.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const rulesEndpoints: readonly Endpoint[] = [
  endpoint(contract.readRules, ({ deps, caller }) => readRules(deps, caller)),
  endpoint(contract.saveSettings, ({ deps, caller, body }) => saveSettings(deps, caller, body)),
  endpoint(contract.saveEdition, ({ deps, caller, body }) => saveEdition(deps, caller, body)),
  endpoint(contract.renameUnit, ({ deps, caller, params, body }) =>
    renameUnit(deps, caller, params, body),
  ),
  endpoint(contract.removeUnit, ({ deps, caller, params }) => removeUnit(deps, caller, params)),
];
