/// Tables of what is known of alleles, looked up by their normal form.
///
/// [TableMaker] compiles a sorted variant file: rows in normal form go through a window that sorts
/// what moved to the left, a [BlockBuilder] packs some thousands of them column by column, and
/// [TableWriter] puts the blocks behind each other with an index. [AlleleTable] maps the file into
/// memory; its [TableSearch] inflates a block when an allele of it is asked for, and keeps the last
/// ones. [TableFields] writes what several tables say of a record.
@NullMarked
package org.idiome.genomics.table;

import org.jspecify.annotations.NullMarked;
