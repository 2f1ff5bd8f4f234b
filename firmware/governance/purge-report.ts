/** Purges are proven (POLICY.md R4): what left, and what stays under which hold, goes into the audit log: counts and times, no plate. */
import type { PurgeReport } from '../domain/purge-report.ts';
import type { Audit } from '../ports/audit.ts';
import type { Retained } from '../ports/retained.ts';

/** Tells what left since the last time, where anything did. The report is closed once the audit log has it. */
export function tellPurge(retained: Retained, audit: Audit): void {
  const report = retained.reports().at(-1);
  if (report === undefined || !tells(report)) return;
  const { id, underHolds, detections, alerts, unsent, hits, searches, storedFromMs, storedToMs } = report;
  const subject = `purge ${id}`;
  if (detections + alerts + hits + searches > 0)
    audit.record({
      action: 'data.purged',
      by: 'unit',
      subject,
      detail: {
        detections,
        alerts,
        unsent,
        hits,
        searches,
        ...(storedFromMs !== undefined && { storedFrom: iso(storedFromMs) }),
        ...(storedToMs !== undefined && { storedTo: iso(storedToMs) }),
        holds: underHolds.length,
        held: underHolds.reduce((sum, { messages }) => sum + messages, 0),
      },
    });
  const { givenUpContexts, givenUpWaitingContexts, givenUpDetections } = report;
  if (givenUpContexts + givenUpWaitingContexts + givenUpDetections > 0)
    audit.record({
      action: 'data.dropped',
      by: 'unit',
      subject,
      detail: { givenUpContexts, givenUpWaitingContexts, givenUpDetections },
    });
  retained.closeReport();
}

/** Whether anything left. */
export function tells(report: PurgeReport): boolean {
  const { detections, alerts, hits, searches, givenUpContexts, givenUpWaitingContexts, givenUpDetections } = report;
  return detections + alerts + hits + searches + givenUpContexts + givenUpWaitingContexts + givenUpDetections > 0;
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
