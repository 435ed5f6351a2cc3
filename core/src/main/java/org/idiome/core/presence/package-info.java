/// Whether a thing is there, or why that is not known.
///
/// [Presence] keeps apart what must never be mixed: present, looked for and not there, and the
/// kinds of [Absence] (not looked for, not detected, failed, withheld, not stated).
@NullMarked
package org.idiome.core.presence;

import org.jspecify.annotations.NullMarked;
