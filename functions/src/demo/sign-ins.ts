import type { DemoSignIns } from '@contract/host.ts';

export const DEMO_PASSWORD = 'bien-dao-demo';

const domain = 'demo.example';

/** E-mail of the n-th demo adult of a role, counted from 1. */
export const demoEmail = {
  organiser: (number: number) => `bantochuc${number === 1 ? '' : number}@${domain}`,
  judge: (number: number) => `giamkhao${number}@${domain}`,
  teacher: (number: number) => `giaovien${number === 1 ? '' : number}@${domain}`,
} as const;

/** Who may try the demo edition, the same on every machine. The pupil has no entry yet. */
export const DEMO_SIGN_INS: DemoSignIns = {
  adults: [
    { role: 'teacher', email: demoEmail.teacher(1), password: DEMO_PASSWORD },
    { role: 'judge', email: demoEmail.judge(1), password: DEMO_PASSWORD },
    { role: 'judge', email: demoEmail.judge(2), password: DEMO_PASSWORD },
    { role: 'organiser', email: demoEmail.organiser(1), password: DEMO_PASSWORD },
    { role: 'organiser', email: demoEmail.organiser(2), password: DEMO_PASSWORD },
  ],
  pupil: { classCode: 'HAKAU4', cardNumber: 1, pin: '246810' },
};
