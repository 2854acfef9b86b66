/**
 * Known issues and reusable answers that look like what somebody types. An own analyser makes terms
 * of words, for answers and questions alike; PostgreSQL holds who has which term and ranks.
 */
@NullMarked
package nl.steunpunt.support.suggestion;

import org.jspecify.annotations.NullMarked;
