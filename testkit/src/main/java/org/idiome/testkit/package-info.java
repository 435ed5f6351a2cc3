/// What tests of all modules share: real data beside the project, golden files, seeded cases.
@NullMarked
package org.idiome.testkit;

import org.jspecify.annotations.NullMarked;
