/// What codes mean to the readers: units, layers of measurements, results, specimens, assemblies.
///
/// Each is a table of rows with a citation beside the class that reads it
/// (`src/main/resources/org/idiome/record/code`). A code is looked up as it was given; a display
/// text never decides. A code that is in no table is kept and counts as not understood.
///
/// - [CodedUnits] (UCUM, NCIT, UO), [Ucum] (whether a text can be a UCUM code).
/// - [MeasurementLayers], [ResultCodes], [SpecimenStates], [Assemblies], [PlausibleAmounts].
/// - [CodeTables#digests] is what a run's software takes from here.
@NullMarked
package org.idiome.record.code;

import org.jspecify.annotations.NullMarked;
