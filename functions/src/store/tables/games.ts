export type GameRunTable = {
  id: string;
  pupil_id: string;
  rules: string;
  seed: number;
  started_at: number;
  points: number | null;
  sea: number | null;
  sorted: number | null;
  finished_at: number | null;
};

export type GameBadgeTable = { pupil_id: string; badge: string; won_at: number };
