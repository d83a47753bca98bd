/* The search itself: no page, no network, only words.
   A query is folded (width, case, traditional characters, tones, spaces) and looked for as it
   stands, anywhere in a name: Chinese has no spaces to cut words at. */
"use strict";

globalThis.guideSearch = (() => {
  const LONGEST_QUERY = 200;
  const fold = new Map();
  const known = new Map(); // each character as it was folded: an index asks for few, very often
  const data = { terms: [], texts: [] };

  /** Keep what an index file brings, its names folded once. */
  function take(name, content) {
    if (content.fold) {
      const pairs = [...content.fold];
      for (let i = 0; i < pairs.length; i += 2) fold.set(pairs[i], pairs[i + 1]);
      known.clear();
    }
    if (name === "terms") data.terms = content.terms.map(term);
    if (name === "texts") data.texts = content.entries.map(entry);
  }

  function term([id, zh, en, abbr, others, readings, initials, plain]) {
    const names = [[zh, "zh"], [en, "en"], [abbr, "abbr"], ...others.map((name) => [name, "other"])]
      .filter(([name]) => name)
      .map(([name, way]) => ({ text: normalised(name), words: words(name), name, way }));
    return { kind: "term", id, url: `glossary/${id}/`, zh, en, abbr, plain, names, readings, initials };
  }

  function entry([kind, url, title, other, body]) {
    return { kind, url, title, other, text: normalised(`${title}\n${other}\n${body}`) };
  }

  /* ------------------------------------------------------------------ folding */
  /** Fold one character; nothing for what does not count. */
  function folded(character) {
    if (!known.has(character)) {
      const plain = character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      const joined = [...plain].map((c) => fold.get(c) ?? c).join("");
      known.set(character, joined.replace(/[^\p{L}\p{N}%]/gu, ""));
    }
    return known.get(character);
  }

  function normalised(text) {
    let result = "";
    for (const character of text) result += folded(character);
    return result;
  }

  function words(text) {
    return text.split(/[\s\-–/,，、;；:：()（）“”"'’]+/u).map(normalised).filter(Boolean);
  }

  /** Where the folded query stands in the unfolded text: [start, end], or nothing. */
  function place(text, query) {
    const starts = [];
    let flat = "";
    let at = 0;
    for (const character of text) {
      const piece = folded(character);
      for (let i = 0; i < piece.length; i += 1) starts.push([at, at + character.length]);
      flat += piece;
      at += character.length;
    }
    const found = query ? flat.indexOf(query) : -1;
    return found < 0 ? null : [starts[found][0], starts[found + query.length - 1][1]];
  }

  /* ------------------------------------------------------------------ ranking */
  const WAYS = { zh: 0.9, en: 0.9, abbr: 0.8, other: 0 };

  /** How well a name answers a query: whole, beginning, inside; 0 if it does not. */
  function nameScore(name, query) {
    const at = name.text.indexOf(query.joined);
    if (at < 0) return 0;
    const bonus = WAYS[name.way] + query.joined.length / name.text.length;
    // A space or a hyphen typed at the end says that the name goes on.
    if (query.goesOn && name.name.toLowerCase().startsWith(query.raw)) return 102 + bonus;
    // A synonym, even whole, comes after a head word that begins so.
    if (name.text === query.joined) return (name.way === "other" ? 78 : 100) + bonus;
    if (at === 0) return 80 + bonus;
    return (name.words.some((word) => word.startsWith(query.joined)) ? 70 : 60) + bonus;
  }

  function best(pairs) {
    return pairs.reduce((a, b) => (b.score > a.score ? b : a), { score: 0, why: "" });
  }

  function readingScore(forms, query, whole, beginning, inside) {
    return Math.max(0, ...forms.map((form) => {
      const share = query.length / form.length;
      if (form === query) return whole;
      if (form.startsWith(query)) return beginning + share;
      return inside && query.length > 2 && form.includes(query) ? inside + share : 0;
    }));
  }

  /** Score a term for a query: its names, its readings, its pieces; say which way it matched. */
  function termScore(candidate, query) {
    const ways = candidate.names.map((name) => ({
      score: nameScore(name, query), why: name.way, name: name.name,
    }));
    if (/^[a-z0-9]+$/.test(query.joined)) {
      const read = query.joined.replaceAll("v", "u");
      const readings = candidate.readings.map((form) => form.replaceAll("v", "u"));
      ways.push({ score: readingScore(readings, read, 97, 72, 50), why: "pinyin" });
      ways.push({ score: readingScore(candidate.initials, query.joined, 91, 55, 0), why: "initials" });
    }
    if (query.parts.length > 1) {
      const all = query.parts.every((part) => candidate.names.some((n) => n.text.includes(part)));
      if (all) ways.push({ score: 58 + 1 / candidate.zh.length, why: "parts" });
    }
    return { ...candidate, ...best(ways) };
  }

  function terms(query) {
    const found = data.terms.map((candidate) => termScore(candidate, query)).filter((t) => t.score);
    if (!found.some((t) => t.score >= 70)) found.push(...nearly(query, found));
    return found.sort(byScore);
  }

  function byScore(a, b) {
    return b.score - a.score || a.zh.length - b.zh.length || (a.id < b.id ? -1 : 1);
  }

  /** Terms whose English is one slip away, two in a long word: the whole name, its beginning, a word. */
  function nearly(query, found) {
    const word = query.joined;
    if (!/^[a-z0-9]{4,60}$/.test(word)) return [];
    const known = new Set(found.map((t) => t.id));
    const allowed = word.length > 9 ? 2 : 1;
    const close = (text) => {
      const slips = distance(word, text, allowed);
      return slips > allowed ? 0 : 1 - slips / 20;
    };
    const score = (name) => Math.max(
      68 * close(name.text),
      60 * close(name.text.slice(0, word.length)),
      ...name.words.map((text) => 56 * close(text)),
    );
    return data.terms.filter((t) => !known.has(t.id)).flatMap((candidate) => {
      const names = candidate.names.filter((name) => name.way !== "zh" && name.text);
      const points = Math.max(0, ...names.map((n) => score(n) && score(n) + word.length / n.text.length));
      return points ? [{ ...candidate, score: points, why: "nearly" }] : [];
    });
  }

  /** Damerau-Levenshtein distance (adjacent transpositions), given up beyond a limit. */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** Entries whose text holds the whole query, else all its parts. */
  function texts(query, kind) {
    const mine = data.texts.filter((e) => e.kind === kind);
    const whole = mine.filter((e) => e.text.includes(query.joined));
    const found = whole.length || query.parts.length < 2
      ? whole
      : mine.filter((e) => query.parts.every((part) => e.text.includes(part)));
    return found.map((e) => ({ ...e, why: "" }));
  }

  /* ------------------------------------------------------------------- asking */
  function parsed(text) {
    const raw = text.slice(0, LONGEST_QUERY).toLowerCase();
    const parts = raw.split(/[\s,，、;；]+/u).map(normalised).filter(Boolean);
    return { raw, parts, joined: parts.join(""), goesOn: /[a-z0-9][\s-]$/.test(raw) };
  }

  /** Return groups of results: [{kind, items}], the terms first if one is named. */
  function search(text) {
    const query = parsed(text);
    if (!query.joined) return [];
    const groups = [{ kind: "term", items: terms(query) }];
    for (const kind of ["sentence", "claim", "therapy", "comparison", "page"]) {
      groups.push({ kind, items: texts(query, kind) });
    }
    return groups.filter((group) => group.items.length);
  }

  /** The ids of the terms that answer a query, best first. */
  function termIds(text) {
    const query = parsed(text);
    return query.joined ? terms(query).map((t) => t.id) : [];
  }

  /** The terms that look most like a query that nothing answers (shared pairs of characters). */
  function nearest(text, count = 3) {
    const pairs = (s) => new Set([...s].map((c, i) => c + (s[i + 1] ?? "")));
    const mine = pairs(parsed(text).joined);
    const likeness = (s) => [...pairs(s)].filter((pair) => mine.has(pair)).length / (mine.size + s.length);
    return data.terms
      .map((t) => ({ ...t, score: Math.max(...t.names.map((n) => likeness(n.text)), ...t.readings.map(likeness)) }))
      .filter((t) => t.score > 0)
      .sort(byScore)
      .slice(0, count);
  }

  return { take, search, termIds, nearest, place, query: (text) => parsed(text) };
})();
