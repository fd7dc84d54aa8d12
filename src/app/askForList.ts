import { FIRST_TABLES } from '@/domain/firstTables'
import { fileOfTable } from '@/domain/tableNames'
import { askAhead } from '@/stores/readServedFile'

// The first thing that runs: the files of the list are on their way while the rest of the script is made ready.
askAhead(FIRST_TABLES.map(fileOfTable))
