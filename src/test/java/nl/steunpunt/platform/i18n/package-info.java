@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.i18n;
