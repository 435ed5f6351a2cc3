package org.idiome.record.kept;

/// A row of before that a source says no longer, or says otherwise now.
///
/// @param concept what it is about, with its display where it has one
/// @param said value or presence, as words show it
/// @param when as text; empty where it was not stated
/// @param place file and line
/// @param isCorrected whether something of the same concept is said in its place
public record GoneRow(
    String layer, String concept, String said, String when, String place, boolean isCorrected) {}
