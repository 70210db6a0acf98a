import * as contract from '@contract/classroom.ts';
import { addPupil } from '@server/usecases/classroom/add-pupil.ts';
import { createClass } from '@server/usecases/classroom/create-class.ts';
import { editPupil } from '@server/usecases/classroom/edit-pupil.ts';
import { listClasses } from '@server/usecases/classroom/list-classes.ts';
import { readCards } from '@server/usecases/classroom/read-cards.ts';
import { readClass } from '@server/usecases/classroom/read-class.ts';
import { recordConsents } from '@server/usecases/classroom/record-consents.ts';
import { removePupil } from '@server/usecases/classroom/remove-pupil.ts';
import { replaceCard } from '@server/usecases/classroom/replace-card.ts';
import { unlockCard } from '@server/usecases/classroom/unlock-card.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

export const classroomEndpoints: readonly Endpoint[] = [
  endpoint(contract.listClasses, ({ deps, caller }) => listClasses(deps, caller)),
  endpoint(contract.createClass, ({ deps, caller, body }) => createClass(deps, caller, body)),
  endpoint(contract.readClass, ({ deps, caller, params }) => readClass(deps, caller, params)),
  endpoint(contract.addPupil, ({ deps, caller, params, body }) =>
    addPupil(deps, caller, { ...params, ...body }),
  ),
  endpoint(contract.editPupil, ({ deps, caller, params, body }) =>
    editPupil(deps, caller, { ...params, ...body }),
  ),
  endpoint(contract.removePupil, ({ deps, caller, params }) => removePupil(deps, caller, params)),
  endpoint(contract.readCards, ({ deps, caller, params }) => readCards(deps, caller, params)),
  endpoint(contract.unlockCard, ({ deps, caller, params }) => unlockCard(deps, caller, params)),
  endpoint(contract.replaceCard, ({ deps, caller, params }) => replaceCard(deps, caller, params)),
  endpoint(contract.recordConsents, ({ deps, caller, params, body }) =>
    recordConsents(deps, caller, { ...params, ...body }),
  ),
];
