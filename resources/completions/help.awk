function flush() { if (word != "") print word "\t" value "\t" text; word = "" }
/^Usage: / { # "service install|remove|status [options]": the words that may follow the command
    sub(/^Usage: [^ ]+ [^ ]+ ?/, ""); sub(/ ?\[options\].*$/, "")
    count = split($0, part, "|")
    for (i = 1; i <= count; ++i) { split(part[i], first, " "); if (first[1] ~ /^[a-z-]+$/) print first[1] "\t\t" }
    next
}
/^  -/ || (/^  [a-z]/ && !options) {
    flush(); line = substr($0, 3); text = ""; value = ""
    if (match(line, /  +/)) { text = substr(line, RSTART + RLENGTH); line = substr(line, 1, RSTART - 1) }
    count = split(line, part, " ")
    for (i = 1; i <= count; ++i) if (part[i] ~ /^--/ || (part[i] ~ /^[a-z]/ && i == 1)) word = part[i]
    if (word ~ /^-/) { options = 1; if (part[count] !~ /^-/) value = part[count] }
    next
}
/^          / && word != "" { sub(/^ +/, ""); text = text (text == "" ? "" : " ") $0; next }
{ flush() }
END { flush() }
