package org.idiome.core.problem;

import java.util.Locale;

/// The catalogue of problems: one constant each, with how far its damage usually reaches.
///
/// The code is part of the public contract and never changes its meaning. Its words and remedy
/// stand in `report`, its test in `docs/problems.md`; tests hold the three together. Sorted within
/// each group.
public enum ProblemCode {
  // Tables of alleles.
  /// A table is asked for a key or column that its source does not have.
  ALLELE_TABLE_COLUMN_ABSENT(Reach.FILE),
  /// It is not clear which column of a table of scores says what.
  ALLELE_TABLE_COLUMNS_UNCLEAR(Reach.FILE),
  /// A table of alleles was changed or cut since it was made.
  ALLELE_TABLE_DAMAGED(Reach.FILE),
  /// The variant file itself has a key that a table gives.
  ALLELE_TABLE_KEY_TAKEN(Reach.FILE),
  /// The last line of a table of scores has no end: it may be cut.
  ALLELE_TABLE_LAST_LINE(Reach.WARNING),
  /// Two tables give the same key of INFO.
  ALLELE_TABLE_NAME_TWICE(Reach.FILE),
  /// The file is no table of alleles.
  ALLELE_TABLE_NOT_ONE(Reach.FILE),
  /// The source of a table is not sorted.
  ALLELE_TABLE_NOT_SORTED(Reach.FILE),
  /// A table is of another genome build than the variants.
  ALLELE_TABLE_OTHER_BUILD(Reach.FILE),
  /// The source says two things of one allele; the first is kept.
  ALLELE_TABLE_REPEATED(Reach.RECORD),
  /// A row of a table of scores is none.
  ALLELE_TABLE_ROW(Reach.RECORD),

  // Any file.
  /// The bytes begin with a byte order mark.
  FILE_BYTE_ORDER_MARK(Reach.WARNING),
  /// A compressed file ends before its end mark.
  FILE_COMPRESSION_CUT(Reach.FILE),
  /// A compressed file's bytes do not agree with their check sum or structure.
  FILE_COMPRESSION_DAMAGED(Reach.FILE),
  /// A control character where the format forbids one.
  FILE_CONTROL_CHARACTER(Reach.RECORD),
  /// The file has no byte, or no line of content.
  FILE_EMPTY(Reach.FILE),
  /// A line is longer than the limit.
  FILE_LINE_TOO_LONG(Reach.FILE),
  /// An index of lines is older than its file, or not one of it; the file is read from its begin.
  FILE_LINES_OTHER(Reach.WARNING),
  /// Lines end in more than one way.
  FILE_MIXED_LINE_ENDS(Reach.WARNING),
  /// The file does not exist or is no regular file.
  FILE_NOT_FOUND(Reach.FILE),
  /// The file may not be read.
  FILE_NOT_READABLE(Reach.FILE),
  /// The content is none that any reader knows.
  FILE_NOT_RECOGNISED(Reach.FILE),
  /// It is a device, a named pipe or the like.
  FILE_NOT_REGULAR(Reach.FILE),
  /// The bytes are not UTF-8.
  FILE_NOT_UTF8(Reach.FILE),
  /// The inflated size is beyond the limit.
  FILE_TOO_LARGE(Reach.FILE),

  // JSON.
  /// The text ends before its value does.
  JSON_CUT(Reach.FILE),
  /// Nesting, a text, a number or the count of values is beyond the limit.
  JSON_LIMIT_EXCEEDED(Reach.FILE),
  /// An object has two members of one name.
  JSON_NAME_REPEATED(Reach.RECORD),
  /// The text is not JSON.
  JSON_NOT_VALID(Reach.FILE),
  /// A text has half of a character; it is replaced.
  JSON_TEXT_NOT_UNICODE(Reach.WARNING),
  /// More stands behind the end of the value.
  JSON_TRAILING_CONTENT(Reach.FILE),

  // YAML.
  /// A tag, a merge key, a key that is no text, or an alias of nothing.
  YAML_FORM_NOT_READ(Reach.FILE),
  /// The last line has no line end: what followed may be lost.
  YAML_LAST_LINE(Reach.WARNING),
  /// The text is not YAML.
  YAML_NOT_VALID(Reach.FILE),
  /// The file holds several documents where one is asked for.
  YAML_SEVERAL_DOCUMENTS(Reach.FILE),

  // Phenopackets.
  /// A quantity has no number: nought and not stated look the same.
  PHENOPACKET_AMOUNT_NOT_STATED(Reach.WARNING),
  /// A place is on an assembly that nobody knows.
  PHENOPACKET_ASSEMBLY_NOT_KNOWN(Reach.FIELD),
  /// Two members are set of which only one may be.
  PHENOPACKET_CHOICE_REPEATED(Reach.RECORD),
  /// A code is no CURIE; it is kept and matches nothing.
  PHENOPACKET_CODE_NOT_CURIE(Reach.WARNING),
  /// The file holds several persons.
  PHENOPACKET_COHORT(Reach.FILE),
  /// One thing is stated as present and as excluded.
  PHENOPACKET_CONFLICTING_PRESENCE(Reach.WARNING),
  /// A word is none of those that the schema allows.
  PHENOPACKET_ENUM_NOT_KNOWN(Reach.FIELD),
  /// A member is not in the schema.
  PHENOPACKET_FIELD_NOT_KNOWN(Reach.WARNING),
  /// A member of version 1 stands in a packet of version 2.
  PHENOPACKET_FIELD_OF_VERSION_1(Reach.RECORD),
  /// A member of version 2 stands in a packet of version 1.
  PHENOPACKET_FIELD_OF_VERSION_2(Reach.RECORD),
  /// A member is known and has no place in the record.
  PHENOPACKET_FIELD_SET_ASIDE(Reach.WARNING),
  /// The id of a packet or a person has half of a character in it.
  PHENOPACKET_ID_NOT_UNICODE(Reach.FILE),
  /// Two things have one id.
  PHENOPACKET_ID_REPEATED(Reach.RECORD),
  /// A member that is required is absent or empty.
  PHENOPACKET_MEMBER_MISSING(Reach.RECORD),
  /// A number is not finite or not in its range.
  PHENOPACKET_NUMBER_NOT_FINITE(Reach.RECORD),
  /// Something began after the last time that anybody saw the person.
  PHENOPACKET_ONSET_AFTER_ENCOUNTER(Reach.WARNING),
  /// Somebody is their own ancestor, or a parent has the wrong sex.
  PHENOPACKET_PEDIGREE_NOT_POSSIBLE(Reach.RECORD),
  /// Nothing says whom the packet is about.
  PHENOPACKET_PERSON_MISSING(Reach.FILE),
  /// An id names nobody and nothing in the packet.
  PHENOPACKET_REFERENCE_NOT_FOUND(Reach.RECORD),
  /// Specimens are derived from one another in a circle.
  PHENOPACKET_SPECIMEN_CIRCLE(Reach.WARNING),
  /// A time has no zone, or is coarser than a timestamp can be.
  PHENOPACKET_TIME_NOT_ANCHORED(Reach.WARNING),
  /// A time is no time of the schema, or no such day exists.
  PHENOPACKET_TIME_NOT_UNDERSTOOD(Reach.FIELD),
  /// A value is of another JSON type than the schema says.
  PHENOPACKET_TYPE_NOT_EXPECTED(Reach.RECORD),
  /// No version is stated, and members of two versions occur.
  PHENOPACKET_VERSION_CONTRADICTORY(Reach.FILE),
  /// No version is stated; the members tell it.
  PHENOPACKET_VERSION_INFERRED(Reach.WARNING),
  /// The schema version is not one that is read.
  PHENOPACKET_VERSION_NOT_READ(Reach.FILE),
  /// No version is stated, and the members do not tell it.
  PHENOPACKET_VERSION_NOT_STATED(Reach.FILE),

  // Tables.
  /// The description of a table lacks an attribute.
  TABLE_ATTRIBUTE_MISSING(Reach.FILE),
  /// An attribute says what no table can be.
  TABLE_ATTRIBUTE_NOT_UNDERSTOOD(Reach.FILE),
  /// A row has more or fewer fields than the header.
  TABLE_COLUMN_COUNT(Reach.RECORD),
  /// A column that the description names is not in the header.
  TABLE_COLUMN_NOT_FOUND(Reach.FILE),
  /// A column is in no part of the description.
  TABLE_COLUMN_NOT_USED(Reach.WARNING),
  /// One column is said to hold what was measured and how much.
  TABLE_COLUMN_OF_TWO_PARTS(Reach.FILE),
  /// Two columns have one name.
  TABLE_COLUMN_REPEATED(Reach.FILE),
  /// An attribute names no column and is taken as a constant.
  TABLE_CONSTANT_ASSUMED(Reach.WARNING),
  /// Dates can be read day first or month first.
  TABLE_DATE_ORDER_AMBIGUOUS(Reach.FILE),
  /// A comma can be a decimal mark or part thousands.
  TABLE_DECIMAL_MARK_AMBIGUOUS(Reach.FILE),
  /// A spreadsheet has made a date of a gene name.
  TABLE_FEATURE_IS_DATE(Reach.RECORD),
  /// A row does not say what was measured.
  TABLE_FEATURE_MISSING(Reach.RECORD),
  /// Rows of a wide table share a feature; all are kept.
  TABLE_FEATURE_REPEATED(Reach.WARNING),
  /// Delimiter, decimal mark or order of dates was told by the content.
  TABLE_FORMAT_DETECTED(Reach.WARNING),
  /// The table has a header and no row.
  TABLE_NO_ROWS(Reach.WARNING),
  /// A quoted field has no end.
  TABLE_QUOTE_NOT_CLOSED(Reach.FILE),
  /// Rows stand above the header; they are not read.
  TABLE_ROWS_ABOVE_HEADER(Reach.WARNING),
  /// Some rows of a table were refused; each of the first has a problem of its own.
  TABLE_ROWS_REFUSED(Reach.WARNING),
  /// A day 0 of a study, which CDISC does not have and the description does not state.
  TABLE_STUDY_DAY_ZERO(Reach.WARNING),
  /// A time is not one of the stated kind.
  TABLE_TIME_NOT_UNDERSTOOD(Reach.RECORD),
  /// The header has more columns than the limit.
  TABLE_TOO_MANY_COLUMNS(Reach.FILE),
  /// More values are texts than a table of quantities can have.
  TABLE_TOO_MANY_TEXTS(Reach.FILE),
  /// A number below the detection limit of its row says only that it is below.
  TABLE_VALUE_BELOW_LIMIT(Reach.WARNING),
  /// A value is neither a number nor missing.
  TABLE_VALUE_NOT_A_NUMBER(Reach.RECORD),

  // Amounts.
  /// A value is outside what any person can have in that unit.
  AMOUNT_NOT_PLAUSIBLE(Reach.RECORD),
  /// A reference interval is no interval.
  AMOUNT_REFERENCE_NOT_UNDERSTOOD(Reach.FIELD),
  /// A unit is no UCUM code, and no table maps it to one.
  AMOUNT_UNIT_NOT_UNDERSTOOD(Reach.FIELD),

  // The clinical date.
  /// It is the latest in the record, and lies after the person's death.
  CLINICAL_DATE_AFTER_DEATH(Reach.WARNING),
  /// It was given, and lies before the person's birth, or before all dates on record.
  CLINICAL_DATE_EARLY(Reach.WARNING),
  /// It is the latest in the record, and lies years after every other date and after the day it was
  /// written.
  CLINICAL_DATE_FAR(Reach.WARNING),

  // Folder.
  /// A file of an export is not as its list of files says.
  FOLDER_EXPORT_NOT_WHOLE(Reach.FILE),
  /// A file is not the one that was read before.
  FOLDER_FILE_CHANGED(Reach.FILE),
  /// Nothing says what a file holds.
  FOLDER_FILE_NOT_DESCRIBED(Reach.FILE),
  /// A file lies in the folder and is named by nothing.
  FOLDER_FILE_NOT_NAMED(Reach.WARNING),
  /// A file belongs to another person.
  FOLDER_FILE_OF_ANOTHER(Reach.WARNING),
  /// A file is named twice in the same way.
  FOLDER_FILE_REPEATED(Reach.WARNING),
  /// A file is stated to be of the layer that its specimen is not of.
  FOLDER_LAYER_CONTRADICTORY(Reach.FILE),
  /// Nothing says of which layer a file is.
  FOLDER_LAYER_NOT_STATED(Reach.FILE),
  /// The folder has no phenopacket.
  FOLDER_NO_PHENOPACKET(Reach.FILE),
  /// The folder has several phenopackets; which one holds cannot be told.
  FOLDER_PACKET_REPEATED(Reach.FILE),
  /// A path leads out of the folder.
  FOLDER_PATH_OUTSIDE(Reach.FILE),
  /// A file lies on another machine; nothing is fetched.
  FOLDER_REMOTE_FILE(Reach.FILE),
  /// Two attributes disagree on what the file calls the sample.
  FOLDER_SAMPLE_CONTRADICTORY(Reach.FILE),
  /// A specimen is named that the phenopacket does not have.
  FOLDER_SPECIMEN_NOT_DECLARED(Reach.WARNING),
  /// The folder holds or names more files than the limit.
  FOLDER_TOO_MANY_FILES(Reach.FILE),

  // Target regions.
  /// A region is on a contig that the file does not have.
  REGIONS_CONTIG_ABSENT(Reach.WARNING),
  /// An index is older than its file, or not one of it; all of the file is read instead.
  REGIONS_INDEX_OTHER(Reach.WARNING),
  /// An index leads to what is no begin of a line, or to another contig.
  REGIONS_INDEX_WRONG(Reach.FILE),
  /// A line of a regions file is none; nothing is assumed there.
  REGIONS_LINE_NOT_READ(Reach.RECORD),
  /// A region is none, or may be two.
  REGIONS_NOT_UNDERSTOOD(Reach.FILE),
  /// There is no index that can be used: all of the file is read for some regions.
  REGIONS_NO_INDEX(Reach.WARNING),

  // Reference sequence.
  /// REF of a record is not what the reference has there; above 1 % the file is refused.
  REFERENCE_DIFFERS(Reach.FILE),
  /// The index beside a FASTA file is older than it, or of another file.
  REFERENCE_INDEX_OTHER(Reach.WARNING),
  /// Contigs of the records are not in the reference; of all records, the file is refused.
  REFERENCE_LACKS_CONTIGS(Reach.FILE),
  /// A contig has another length in the reference than the header says; a record beyond its end
  /// refuses the file.
  REFERENCE_LENGTH_DIFFERS(Reach.WARNING),
  /// The FASTA file is compressed, but not in BGZF: no base can be found without reading all.
  REFERENCE_NOT_BLOCKED(Reach.FILE),
  /// The file is not FASTA, or its bases cannot be found by their number.
  REFERENCE_NOT_FASTA(Reach.FILE),
  /// The reference is of another build than the file.
  REFERENCE_OTHER_BUILD(Reach.FILE),

  // Liftover.
  /// A chain file is cut, or a line of it cannot be.
  CHAIN_DAMAGED(Reach.FILE),
  /// A chain file leads from or to other sequences than those of the files beside it.
  CHAIN_OTHER_BUILD(Reach.FILE),
  /// REF of too many records is not what the target has where the chain file leads.
  LIFTOVER_DIFFERS(Reach.FILE),
  /// No record has a place on the target.
  LIFTOVER_NOTHING(Reach.FILE),

  // Gene models.
  /// Pieces of a coding sequence overlap, or leave bases between them, in the transcript.
  GENES_CDS_OVERLAPS(Reach.RECORD),
  /// A transcript has no exons; all of it is taken as one.
  GENES_EXONS_ASSUMED(Reach.WARNING),
  /// The last line is cut off: what followed is lost.
  GENES_FILE_CUT(Reach.FILE),
  /// A file of compiled genes was changed or cut since it was made.
  GENES_INDEX_DAMAGED(Reach.FILE),
  /// A file of compiled genes was made by another release.
  GENES_INDEX_OTHER_RELEASE(Reach.FILE),
  /// Some lines or transcripts could not be used when genes were compiled.
  GENES_INDEX_PARTLY(Reach.RECORD),
  /// The genes are on none of the contigs of the records.
  GENES_LACK_CONTIGS(Reach.FILE),
  /// A line is no feature.
  GENES_LINE_NOT_READ(Reach.RECORD),
  /// The file holds no transcript.
  GENES_NO_TRANSCRIPT(Reach.FILE),
  /// The file is neither GFF3 nor GTF.
  GENES_NOT_RECOGNISED(Reach.FILE),
  /// A transcript reaches beyond the end of its contig.
  GENES_OFF_CONTIG(Reach.RECORD),
  /// The gene models are of another build than the variants.
  GENES_OTHER_BUILD(Reach.FILE),
  /// Something names a parent that is not in the file.
  GENES_PARENT_MISSING(Reach.RECORD),
  /// The parts of a transcript contradict each other.
  GENES_TRANSCRIPT_NOT_WHOLE(Reach.RECORD),

  // Sources of knowledge.
  /// Nothing tells of which build the positions are.
  KNOWLEDGE_BUILD_NOT_TOLD(Reach.FILE),
  /// Two columns of a table mean the same.
  KNOWLEDGE_COLUMN_REPEATED(Reach.FILE),
  /// A table has some columns of a format, and lacks others without which it cannot be read.
  KNOWLEDGE_COLUMNS(Reach.FILE),
  /// Concepts of an ontology lie below each other in a circle.
  KNOWLEDGE_CYCLE(Reach.FILE),
  /// A file did not come whole from its address.
  KNOWLEDGE_FETCH_CUT(Reach.FILE),
  /// An address leads where nothing is followed: in a circle, or away from encryption.
  KNOWLEDGE_FETCH_REDIRECT(Reach.FILE),
  /// The server of an address refuses.
  KNOWLEDGE_FETCH_REFUSED(Reach.FILE),
  /// An address gives more than the limit.
  KNOWLEDGE_FETCH_TOO_LARGE(Reach.FILE),
  /// The file ends in the middle of a row or record.
  KNOWLEDGE_FILE_CUT(Reach.FILE),
  /// Another writer has the place in the home of knowledge.
  KNOWLEDGE_HOME_HELD(Reach.FILE),
  /// The home of knowledge is of another release of Idiome.
  KNOWLEDGE_HOME_NEWER(Reach.FILE),
  /// The folder for knowledge holds something else.
  KNOWLEDGE_HOME_NOT_ONE(Reach.FILE),
  /// The content is none that any reader of a source knows.
  KNOWLEDGE_NOT_RECOGNISED(Reach.FILE),
  /// No row of the file was understood.
  KNOWLEDGE_NOTHING_KEPT(Reach.FILE),
  /// What says what a release is was changed since it was imported, or is lost.
  KNOWLEDGE_RELEASE_DAMAGED(Reach.FILE),
  /// Some rows were not understood; they are counted, and the first ones named.
  KNOWLEDGE_ROWS_NOT_UNDERSTOOD(Reach.WARNING),
  /// More than one reader takes the file for its own.
  KNOWLEDGE_SEVERAL_FORMATS(Reach.FILE),
  /// The name of a source is none.
  KNOWLEDGE_SOURCE_NAME(Reach.FILE),

  // Import and store.
  /// Whether the person's consent to the purpose has ended cannot be told: the clock is behind what
  /// the store recorded last.
  CONSENT_CLOCK_BEHIND(Reach.FILE),
  /// The person's consent to the purpose has ended.
  CONSENT_ENDED(Reach.FILE),
  /// The purpose rests on consent, and none was recorded.
  CONSENT_NOT_GIVEN(Reach.FILE),
  /// The person withdrew consent to the purpose, or objected to it.
  CONSENT_WITHDRAWN(Reach.FILE),
  /// The check digit of a LOINC code is another.
  CODE_CHECK_DIGIT(Reach.FIELD),
  /// The code of a procedure is of no vocabulary that is known.
  CODE_PREFIX_NOT_KNOWN(Reach.WARNING),
  /// A code has the form and the check digit of a LOINC code, and nothing says that it is one.
  CODE_WITHOUT_SYSTEM(Reach.WARNING),
  /// The same calls are in the store already as those of another person, under another name of the
  /// sample.
  IMPORT_CALLS_OF_ANOTHER(Reach.WARNING),
  /// The same file, or sample of a file, is another person's in the store.
  IMPORT_FILE_OF_ANOTHER(Reach.WARNING),
  /// Nobody in a store can be called so.
  IMPORT_ID_NOT_USABLE(Reach.FILE),
  /// A new person got an id by `--as` by which somebody else asks or imports.
  IMPORT_ID_OF_ASKER(Reach.WARNING),
  /// No row of a table that came alone could be kept.
  IMPORT_NO_ROW_KEPT(Reach.FILE),
  /// Somebody who has, or had, the same took a purpose back; it is taken back for this person, too.
  IMPORT_OBJECTION_CARRIED(Reach.WARNING),
  /// Something is said beside an input that has no effect on one of its kind.
  IMPORT_OPTIONS_WITHOUT_EFFECT(Reach.FILE),
  /// Several persons have the id that the input gives.
  IMPORT_PERSON_AMBIGUOUS(Reach.FILE),
  /// The person of this id in the store is another by their subject id.
  IMPORT_PERSON_CONTRADICTORY(Reach.FILE),
  /// A file that names nobody was given without saying whose it is.
  IMPORT_PERSON_NOT_NAMED(Reach.FILE),
  /// One id was asked for, and the input is of several persons.
  IMPORT_PERSON_OF_SEVERAL(Reach.FILE),
  /// A person of this id is there, from other inputs.
  IMPORT_PERSON_TAKEN(Reach.FILE),
  /// A person who had nothing in force any more gets an input that calls them as none did before.
  IMPORT_PERSON_WAS_ANOTHER(Reach.WARNING),
  /// An input says otherwise than its source did before, and nobody says why.
  IMPORT_REASON_NEEDED(Reach.FILE),
  /// Another person in the store has a sample of the same name.
  IMPORT_SAMPLE_OF_ANOTHER(Reach.WARNING),
  /// Several samples of one variant file stand for the germline of one person.
  IMPORT_SAMPLES_OF_ONE_FILE(Reach.WARNING),
  /// A phenopacket has no id of its own.
  IMPORT_SOURCE_NOT_NAMED(Reach.WARNING),
  /// The same source is in force of another person, too.
  IMPORT_SOURCE_OF_ANOTHER(Reach.WARNING),
  /// One command brings two inputs that are known by one name.
  IMPORT_SOURCE_REPEATED(Reach.FILE),
  /// Another person in the store has the same subject id.
  IMPORT_SUBJECT_OF_ANOTHER(Reach.WARNING),
  /// A table was given without saying what its columns are.
  IMPORT_TABLE_NOT_DESCRIBED(Reach.FILE),
  /// No value of a table that came alone has a time.
  IMPORT_TIME_NOT_STATED(Reach.WARNING),
  /// No value of a table that came alone has a unit.
  IMPORT_UNIT_NOT_STATED(Reach.WARNING),
  /// Two variant files of one specimen are of different genome builds.
  RECORD_BUILDS_DIFFERENT(Reach.WARNING),
  /// A file that a packet names was not there, and came alone for the same person.
  RECORD_FILE_CAME_ALONE(Reach.WARNING),
  /// Variant files of one specimen are too many to be compared with each other.
  RECORD_FILES_NOT_COMPARED(Reach.WARNING),
  /// Two variant files of one specimen give different genotypes.
  RECORD_GENOTYPES_CONTRADICTORY(Reach.GENOTYPE),
  /// Two inputs of one person say what cannot both be so.
  RECORD_SOURCES_CONTRADICTORY(Reach.FIELD),
  /// A file says another value of a time than an earlier one does.
  RECORD_VALUES_CONTRADICTORY(Reach.FIELD),
  /// A backup does not hold what was written; what could be read of it was restored.
  STORE_BACKUP_DAMAGED(Reach.FILE),
  /// Another program has a file of the store for itself.
  STORE_BUSY(Reach.FILE),
  /// A file of the store does not hold what was written.
  STORE_DAMAGED(Reach.FILE),
  /// The clock is behind the last batch of a store, whose time the next one gets.
  STORE_CLOCK_BEHIND(Reach.WARNING),
  /// A store or backup that was stopped in the making lies beside its place, where nothing is.
  STORE_COPY_CUT(Reach.FILE),
  /// A copy of a store that was stopped in the making lies beside it.
  STORE_COPY_LEFT(Reach.FILE),
  /// Somebody accepted what is left of a batch that was damaged.
  STORE_DAMAGE_ACCEPTED(Reach.WARNING),
  /// The disk under the store could not read or write.
  STORE_DISK(Reach.FILE),
  /// Somebody was erased from a copy of the store, and has inputs in a backup that came after that.
  STORE_ERASED_ELSEWHERE(Reach.FILE),
  /// Somebody is out of the record, and bytes of them are still on the disk.
  STORE_ERASURE_PENDING(Reach.FILE),
  /// An engine of the store failed.
  STORE_FAILED(Reach.FILE),
  /// The disk under the store has no room.
  STORE_FULL(Reach.FILE),
  /// Another writer has its place.
  STORE_HELD(Reach.FILE),
  /// Somebody let persons go whom a restore had held.
  STORE_HOLD_ACCEPTED(Reach.WARNING),
  /// Something that was in force then was erased with somebody else, whose it was.
  STORE_INPUTS_ERASED(Reach.FILE),
  /// The folder is a backup, which may hold somebody who was erased since.
  STORE_IS_BACKUP(Reach.FILE),
  /// A journal was lost, and another begun in its place.
  STORE_JOURNAL_ANEW(Reach.WARNING),
  /// The journal is missing, is another's, or was cut back.
  STORE_JOURNAL_LOST(Reach.FILE),
  /// The knowledge that ships with Idiome does not hold what was shipped.
  STORE_KNOWLEDGE_DAMAGED(Reach.FILE),
  /// The list of whom a store has erased cannot be believed.
  STORE_LIST_DAMAGED(Reach.FILE),
  /// The store is of a newer release.
  STORE_NEWER(Reach.FILE),
  /// The folder is no backup of a store.
  STORE_NO_BACKUP(Reach.FILE),
  /// Nothing says who was erased since a backup was made.
  STORE_NO_ERASURE_LIST(Reach.FILE),
  /// There is no store in the folder.
  STORE_NOT_FOUND(Reach.FILE),
  /// The folder holds something else.
  STORE_NOT_ONE(Reach.FILE),
  /// What restricts reading of a person could not be recorded again, and nobody accepted that.
  STORE_NOT_RECORDED_AGAIN(Reach.FILE),
  /// The store is of an older release, and reading does not change it.
  STORE_OLDER(Reach.FILE),
  /// The store lies on a file system of another machine.
  STORE_ON_NETWORK(Reach.FILE),
  /// Others than its owner may open files of the store.
  STORE_OPEN_TO_OTHERS(Reach.WARNING),
  /// Nothing can be written into the store, so that no reading can be audited.
  STORE_READ_ONLY(Reach.FILE),
  /// A restore was stopped between its last two steps: the store lies beside its place.
  STORE_RESTORE_CUT(Reach.FILE),
  /// Rows were lost with damaged pages of the catalogue, before the store was copied.
  STORE_ROWS_LOST(Reach.WARNING),
  /// The catalogue is damaged, and an answer was read out of it row by row.
  STORE_SALVAGED(Reach.FILE),
  /// What is to be written would lie where something is.
  STORE_TARGET_TAKEN(Reach.FILE),
  /// Words of others name somebody who is about to be erased, and nobody said what becomes of them.
  STORE_WORDS_OF_OTHERS(Reach.FILE),

  // Variant Call Format.
  /// Values or alleles are given for an alternate where ALT lists none.
  VCF_ALLELE_NOT_LISTED(Reach.WARNING),
  /// An alternate is none, is equal to REF, or there are too many.
  VCF_ALT(Reach.RECORD),
  /// Absence was stated to mean reference, and the file has reference blocks: not applied.
  VCF_ASSUMPTION_NOT_APPLIED(Reach.WARNING),
  /// A record reaches beyond the end of its contig as the header states it.
  VCF_BEYOND_CONTIG(Reach.WARNING),
  /// A line without a sign.
  VCF_BLANK_LINE(Reach.WARNING),
  /// Two pieces of evidence speak for different genome builds.
  VCF_BUILD_CONTRADICTION(Reach.FILE),
  /// CHROM is no name of a contig.
  VCF_CHROM(Reach.RECORD),
  /// A record has more or fewer columns than the header.
  VCF_COLUMNS(Reach.RECORD),
  /// ID, QUAL or INFO is empty; it is read as missing.
  VCF_COLUMN_EMPTY(Reach.WARNING),
  /// The line of column names lacks a column or misnames one.
  VCF_COLUMN_HEADER(Reach.FILE),
  /// A line that begins with # after the header: a comment.
  VCF_COMMENT_LINE(Reach.WARNING),
  /// The records of a contig do not stand together.
  VCF_CONTIG_SCATTERED(Reach.WARNING),
  /// A reserved key is defined with another number of values.
  VCF_DEFINITION_DIFFERS(Reach.WARNING),
  /// A key is defined twice; the first definition wins.
  VCF_DEFINITION_REPEATED(Reach.WARNING),
  /// END, SVLEN, LEN and POS disagree; the rule of the version decides.
  VCF_END(Reach.WARNING),
  /// A field has another number of values than its definition.
  VCF_FIELD_COUNT(Reach.FIELD),
  /// A value is not of the type of its definition.
  VCF_FIELD_TYPE(Reach.FIELD),
  /// A value that the specification rules out.
  VCF_FIELD_VALUE(Reach.FIELD),
  /// Two germline files of one person give different genotypes at one place.
  VCF_FILES_CONTRADICTORY(Reach.GENOTYPE),
  /// A filter column that is not written well; it counts as not passed.
  VCF_FILTER(Reach.WARNING),
  /// A flag with 0 or 1 behind it; nobody can tell what it means.
  VCF_FLAG_DIGIT(Reach.WARNING),
  /// FORMAT has GT not in front, an empty key or a key twice.
  VCF_FORMAT(Reach.GENOTYPE),
  /// A genotype is none, or names an allele that is not there.
  VCF_GENOTYPE(Reach.GENOTYPE),
  /// A genotype ends in a sign; the allele behind it counts as missing.
  VCF_GENOTYPE_SIGN(Reach.WARNING),
  /// Consequences that another program wrote cannot be compared: the header does not say what
  /// stands where.
  VCF_GIVEN_NOT_COMPARED(Reach.WARNING),
  /// There is no line of column names.
  VCF_HEADER_ABSENT(Reach.FILE),
  /// A second header stands among the records: two files are one behind the other.
  VCF_HEADER_AGAIN(Reach.FILE),
  /// A definition of the header lacks a part or has one that is none.
  VCF_HEADER_DEFINITION(Reach.HEADER),
  /// A line of the header is not written as one.
  VCF_HEADER_LINE(Reach.HEADER),
  /// A value with white space stands without quotes in the header.
  VCF_HEADER_STYLE(Reach.WARNING),
  /// INFO has an empty key, a key twice or a key without its value.
  VCF_INFO_KEY(Reach.FIELD),
  /// The last line has no line end.
  VCF_LAST_LINE(Reach.WARNING),
  /// The mitochondrion is that of UCSC hg19, or may be: its calls are not assessed.
  VCF_MITOCHONDRION_OF_HG19(Reach.WARNING),
  /// A key or filter is used that the header does not define.
  VCF_NOT_DEFINED(Reach.WARNING),
  /// A record stands before the one above it.
  VCF_NOT_SORTED(Reach.WARNING),
  /// A line is not UTF-8; the signs in question are replaced.
  VCF_NOT_UTF8(Reach.WARNING),
  /// The file does not begin with its version.
  VCF_NO_FILEFORMAT(Reach.WARNING),
  /// The file has no genotypes: it says nothing of a person.
  VCF_NO_GENOTYPES(Reach.WARNING),
  /// What was asked needs records in order, and these are not.
  VCF_ORDER_NEEDED(Reach.FILE),
  /// A sample has both PS and PSL.
  VCF_PHASE_TWICE(Reach.GENOTYPE),
  /// POS is no position.
  VCF_POS(Reach.RECORD),
  /// QUAL is no number.
  VCF_QUAL(Reach.RECORD),
  /// QUAL is negative.
  VCF_QUAL_NEGATIVE(Reach.WARNING),
  /// REF is no sequence of bases.
  VCF_REF(Reach.RECORD),
  /// REF has a code for several bases; the first of them is read.
  VCF_REF_AMBIGUOUS(Reach.WARNING),
  /// The file has no sample of the name asked for.
  VCF_SAMPLE_ABSENT(Reach.FILE),
  /// The file has several samples and none was chosen.
  VCF_SAMPLE_NOT_CHOSEN(Reach.FILE),
  /// A sample name is empty or stands twice.
  VCF_SAMPLE_REPEATED(Reach.FILE),
  /// A sample has no value, or more values than FORMAT has keys.
  VCF_SAMPLE_VALUES(Reach.GENOTYPE),
  /// A structural record lacks what its version asks for.
  VCF_STRUCTURE_NOT_STATED(Reach.WARNING),
  /// There are more columns than the limit.
  VCF_TOO_MANY_COLUMNS(Reach.FILE),
  /// The line of column names ends in a tab.
  VCF_TRAILING_TAB(Reach.WARNING),
  /// The version is newer than the newest known; it is read as that one.
  VCF_VERSION_NEWER(Reach.WARNING),
  /// The version is none that can be read.
  VCF_VERSION_NOT_READ(Reach.FILE);

  private final Reach reach;

  ProblemCode(Reach reach) {
    this.reach = reach;
  }

  /// The code as tables and JSON write it: lower case, `-` between words.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// How far the damage usually reaches.
  public Reach reach() {
    return reach;
  }
}
