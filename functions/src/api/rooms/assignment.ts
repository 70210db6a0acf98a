import * as contract from '@contract/assignment.ts';
import { TieKind } from '@domain/judging/assignment/ties.ts';
import { declareConflict } from '@server/usecases/judging/declare-conflict.ts';
import { assignRound, previewAssignment } from '@server/usecases/organiser/assign-round.ts';
import { readAssignment, readAssignmentRun } from '@server/usecases/organiser/read-assignment.ts';
import {
  addTie,
  listTieSubjects,
  previewTie,
  removeTie,
  setCapacity,
} from '@server/usecases/organiser/record-tie.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const assignmentEndpoints: readonly Endpoint[] = [
  endpoint(contract.readAssignment, ({ deps, caller }) => readAssignment(deps, caller)),
  endpoint(contract.previewAssignment, ({ deps, caller, body }) =>
    previewAssignment(deps, caller, body),
  ),
  endpoint(contract.assignRound, ({ deps, caller, body }) => assignRound(deps, caller, body)),
  endpoint(contract.readAssignmentRun, ({ deps, caller, params }) =>
    readAssignmentRun(deps, caller, params),
  ),
  endpoint(contract.listTieSubjects, ({ deps, caller, params }) =>
    listTieSubjects(deps, caller, { kind: TieKind.parse(params.tieKind) }),
  ),
  endpoint(contract.previewTie, ({ deps, caller, params, body }) =>
    previewTie(deps, caller, params, body),
  ),
  endpoint(contract.addTie, ({ deps, caller, params, body }) => addTie(deps, caller, params, body)),
  endpoint(contract.removeTie, ({ deps, caller, params }) => removeTie(deps, caller, params)),
  endpoint(contract.setCapacity, ({ deps, caller, params, body }) =>
    setCapacity(deps, caller, params, body),
  ),
  endpoint(contract.declareConflict, ({ deps, caller, params, body }) =>
    declareConflict(deps, caller, params, body),
  ),
];
