import { useStore } from 'zustand';
import type { ToolDesk, ToolDeskState } from './tool-desk.ts';

/** A part of the table's state; the screen is drawn anew only when that part changes. */
export function useDeskState<Part>(desk: ToolDesk, select: (state: ToolDeskState) => Part): Part {
  return useStore(desk.store, select);
}
