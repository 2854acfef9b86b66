@org.jspecify.annotations.NullMarked
package nl.steunpunt.notify.morning;
