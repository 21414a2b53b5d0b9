// How much room the account has left on Google Drive.
import { askDrive } from "./driveRequests";
import { Stop } from "./stop";

const ABOUT = "https://www.googleapis.com/drive/v3/about?fields=storageQuota(limit,usage)";

interface AboutAnswer {
  storageQuota?: { limit?: string; usage?: string };
}

/** Bytes; null where there is no limit, or Drive does not tell. */
export function freeSpace(): number | null {
  try {
    const [answer] = askDrive([{ method: "get", url: ABOUT, mayBeRefused: true }]);
    if (!answer || answer.getResponseCode() !== 200) return null;
    const { storageQuota: { limit, usage } = {} } = JSON.parse(answer.getContentText()) as AboutAnswer;
    return limit === undefined || usage === undefined ? null : Math.max(0, Number(limit) - Number(usage));
  } catch (failure) {
    // It is only asked to warn in good time: whoever makes papers is told by the refusal itself.
    if (failure instanceof Stop) return null;
    throw failure;
  }
}
