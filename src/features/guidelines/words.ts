import { say } from '@/words/interface/guidelines'

/** What an empty cell says: nothing was read there, which is no rejection. */
export const NOTHING_READ = say('nothingRead')
