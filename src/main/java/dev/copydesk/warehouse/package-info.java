/** The rows of the warehouse and the stores that write and read them. JDBC only; transactions belong to the caller. */
@NullMarked
package dev.copydesk.warehouse;

import org.jspecify.annotations.NullMarked;
