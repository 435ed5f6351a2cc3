package org.idiome.record.phenopacket;

import org.idiome.core.source.SourceRow;
import org.jspecify.annotations.Nullable;

/// One person of a pedigree.
///
/// @param father id, or null for a founder or where it is not stated
/// @param mother id, or null for a founder or where it is not stated
/// @param sex `female`, `male` or `other_sex`; null where it is not stated
/// @param affected `affected` or `unaffected`; null where it is not stated
public record PedigreePerson(
    @Nullable String family,
    String id,
    @Nullable String father,
    @Nullable String mother,
    @Nullable String sex,
    @Nullable String affected,
    SourceRow row) {}
