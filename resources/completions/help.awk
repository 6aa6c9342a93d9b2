function flush() { if (word != "") print word "\t" value "\t" text; word = "" }
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
