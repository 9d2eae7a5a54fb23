package read

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sayso/article"
	"sayso/parse"
)

// figuresOf prints the figures of text in short: measure low..high of those that are no parts and
// no pronouns, cumulative ones with Σ, old values with †, sorted.
func figuresOf(text string) string {
	var out []string
	for _, f := range Doc(parse.Article(&article.Article{Text: text})).Figures {
		if f.PartOf >= 0 || f.Form == "pronoun" {
			continue
		}
		s := f.Measure + " "
		if f.Low != nil {
			s += fmt.Sprint(*f.Low)
		}
		if f.Low == nil || f.High == nil || *f.Low != *f.High {
			s += ".."
			if f.High != nil {
				s += fmt.Sprint(*f.High)
			}
		}
		if f.Cumulative {
			s += "Σ"
		}
		if f.Superseded {
			s += "†"
		}
		out = append(out, s)
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A man was shot dead in the old town on Friday.", "killed 1"},
		{"The total amount of cases of fever in the Varen valley reaches past 1,000.", "cases 1001..Σ"},
		{"Fever cases top 500 as the outbreak spreads.", "cases 501.."},
		{"Cases of fever in the northern province have risen to 318, up from 290 on Monday.", "cases 290†, cases 318"},
		{"Cases have crossed the 500 mark, and deaths have passed the 100 mark.", "cases 501.., killed 101.."},
		{"Confirmed infections stood at 96 on Tuesday; 420 people were infected last year.", "cases 420, cases 96"},
		{"He cited cases that reached the court in 2019.", ""},
		{"Rescuers mourn the dead of Varen. The civil defence agency's count stood at 247 on Saturday. The Red Cross has 268.", "killed 247, killed 268"},
		{"Twenty-five migrants died when a boat sank. The border service has 26.", "killed 25, killed 26"},
		{"Nine died in the mine. The union stuck to its figure of 54.", "killed 54, killed 9"},
		{"The government says 44 died. The relatives' committee has 61 on its list.", "killed 44, killed 61"},
		{"Nine people were killed in the crash. The airline has 12 on strike.", "killed 9"},
		{"The bus driver was killed on Monday. The poll put the figure at 54 percent.", "killed 1"},
		{"Unemployment rose. The ministry's figure stood at 384,000 in May.", ""},
		{"The toll, first given as 1,200, is 410.", "killed 1200†, killed 410"},
		{"The death toll, initially put at 1,200 on Monday, stands at 410.", "killed 1200†, killed 410"},
		{"The death toll, put at 410 by the ministry, is expected to rise.", "killed 410"},
		{"The toll rose to 183, the agency said.\n\n(Corrects figure given in error by the agency as 381)", "killed 183, killed 381†"},
		{"The toll rose to 183, the agency said.\n\nCorrects toll in first paragraph, which was wrongly given as 381.", "killed 183, killed 381†"},
		{"Six people were killed in the blast. A seventh died on Friday.", "killed 1, killed 6"},
		{"The fire left 115 dead or missing.", "dead_or_missing 115"},
		{"The sinking in which 115 people died or are presumed dead.", "dead_or_missing 115"},
		{"The disaster has left 60 people dead and 20 missing.", "killed 60, missing 20"},
		{"The quake left 5,000 people dead, missing or injured.", "casualties 5000"},
		{"The heat caused 410 more deaths than are usual for the season.", "excess_deaths 410Σ"},
		{"The week saw 30 more deaths than the week before.", "killed 30"},
		{"Their strikes on Norland this month had killed 30 fighters.", "killed 30Σ"},
		{"A raid this month killed 30 people.", "killed 30"},
		{"A strike on Melk killed 11 people and one on Asker a week later 23.", "killed 11, killed 23"},
		{"Monday's blast killed three people and Tuesday's five.", "killed 3, killed 5"},
		{"The raid killed 11 men and one of the guards.", "killed 12"},
		{"The crash happened at 8 a.m.", ""},
		{"It had verified 40 deaths in a week of protests.", "killed 40Σ"},
		{"The curfew was lifted on Monday after two weeks of protests in which 52 people were killed.", "killed 52Σ"},
		{"Nine people were killed on Tuesday after a week of protests.", "killed 9"},
		{"The landslide killed 162 people, far fewer than the 2,000 first given by the centre.", "killed 162, killed 2000†"},
		{"An article gave the wrong number of dead. It is 27, not 72.", "killed 27, killed 72†"},
		{"A woman died on Monday of burns, becoming the 14th victim.", "killed 1, killed 14"},
		{"The toll of two shipwrecks this week has risen to 55.", "killed 55, shipwrecks 2"},
		{"Nine died in the pit. The miners' federation said the number stood at 32.", "killed 32, killed 9"},
		{"By Thursday 22,000 had left their homes, the governor said.", "displaced 22000"},
		{"Some 15,000 people had lost their homes.", "displaced 15000"},
		{"The 300 guests could not leave their homes.", "guests 300"},
		{"The crowd in Marin on Saturday was put at 8,000 by police and 30,000 by organisers.", "crowd 30000, crowd 8000"},
		{"Some 40,000 people were made homeless by the flood.", "displaced 40000"},
		{"The number of homeless rose to 55,000.", "displaced 55000"},
		{"A homeless man was found dead.", "killed 1"},
		{"About 1,20,000 people were displaced, the state said.", "displaced 120000"},
		{"The number of civilians killed in rocket fire and in shooting along the river had risen to 23.", "killed 23"},
		{"It was the fifth attack. In all, 45 people had been killed in the four before it.", "killed 45Σ"},
		{"At least 46 people were killed when the ferry sank.", "killed 46.."},
		{"Dozens were hurt in the crush.", "injured 24.."},
		{"The raid killed 11 alleged members of the gang.", "killed 11"},
		{"The attack left eight dead and three missing.", "killed 8, missing 3"},
		{"The strike killed all six aboard.", "killed 6"},
		{"The attack killed 31: 20 civilians, eight police and three soldiers.", "killed 31"},
		{"Gunmen raided the camp on Friday, killing at least nine people, residents and a local official said.", "killed 9.."},
		{"About 1.7 million people fled.", "displaced 1.7e+06"},
		{"One child was at the camp, which gave him some comfort.", "children 1"},
		{"Officials said the toll rose from five to six.", "killed 5†, killed 6"},
		{"The blast killed 12 people, among them four children.", "killed 12"},
		{"The gunman wounded four others.", "injured 4"},
		{"Two US soldiers were killed on Tuesday.", "killed 2"},
		{"Neither the guards nor the driver were injured.", ""},
		{"Neither of the two guards was hurt.", "guards 2"},
		{"The judge said there was no evidence that any victim was harmed.", ""},
		{"The crash caused minor injuries to 40 others.", "injured 40"},
		{"The strike killed the leader of the group along with five others.", "killed 6"},
		{"The war has killed more than 1,200 Norlanders, most of them civilians, and 55 soldiers.", "killed 1256..Σ"},
		{"Some 1,200 civilians, mostly women, and 55 soldiers were killed.", "killed 1255"},
		{"The toll rose to 11 after nine people died of burns.", "killed 11"},
		{"The death toll rose by three to 37.", "killed 37"},
		{"A spokeswoman says two juveniles and eight adults were wounded.", "injured 10"},
		{"The number of dead rose by three to 37.", "killed 37"},
		{"The toll has risen by more than 20 to 204.", "killed 204"},
		{"The agency has lowered its count, saying that 410 people drowned instead of 1,200, in a new bulletin.", "killed 1200†, killed 410"},
		{"The League now has 410 dead, changing what it had told before, 1,200 dead.", "killed 1200†, killed 410"},
		{"At least 410 people are dead, down from 1,200 given on Monday.", "killed 1200†, killed 410.."},
		{"Forty-eight people died in the fire, not 52 as previously thought.", "killed 48, killed 52†"},
		{"The agency said that 298 people had died, rather than 340.", "killed 298, killed 340†"},
		{"The union took back its figure of 38 dead in the mine.", "killed 38†"},
		{"The agency withdrew its figure of 340 deaths.", "killed 340†"},
		{"The ministry never spoke of 1,200 dead, it said.", "killed 1200†"},
		{"The ministry spoke of 1,200 dead, it said.", "killed 1200"},
		{"At least 41 people were crushed to death on Saturday when a crowd surged at a shrine.", "killed 41.."},
		{"Nine were trampled to death.", "killed 9"},
		{"Nine men were sentenced to death.", "men 9"},
		{"The opposition League party put the dead of the Norwick crush at 120 on Tuesday.", "killed 120"},
		{"The death count has climbed to 77.", "killed 77"},
		{"The ferry sank with the loss of 124 lives.", "killed 124"},
		{"The League admitted that its toll of 1,200 was too high and that 410 had died.", "killed 1200†, killed 410"},
		{"By Friday, 433 victims had been buried.", "killed 433"},
		{"In all, 433 victims had been laid in the ground by then.", "killed 433"},
		{"The 433 victims had been buried under rubble for a day.", "victims 433"},
		{"Twelve further bodies had been buried since the day before.", "killed 12"},
		{"Twelve bodies had been buried since May 3.", "killed 12Σ"},
		{"It can come to 1,800 to 2,000 dead, the mayor said.", ""},
		{"The number of dead may rise to 2,000.", ""},
		{"The number of dead rose to 2,000 in May.", "killed 2000"},
		{"Up to 700 were feared drowned.", "presumed_dead ..700"},
		{"The mayor feared that 2,000 had died.", "presumed_dead 2000"},
		{"Officials fear as many as 2,000 dead.", "presumed_dead ..2000"},
		{"The number of certain deaths in the Dorna flood, that is, people with a burial paper, is 433 as of Friday.", "killed 433"},
		{"Nine bodies were pulled from the river, raising the count to 33.", "killed 33Σ, killed 9"},
		{"Four men were killed in the raid, taking the tally to 33.", "killed 33Σ, killed 4"},
		{"Six people were arrested for a total of 18 charges.", "captured 6, charges 18"},
		{"The navy was in the town, where crews were rescuing villagers and 26 were killed.", "killed 26, survivors 2.."},
		{"Guards kept the three hostages from being killed.", "hostages 3"},
		{"The governor narrowly escaped being shot.", ""},
		{"In a raid by the forces 42 Norland militants were killed.", "killed 42"},
		{"The attack left 60 killed and wounded.", "casualties 60"},
		{"Two soldiers embraced martyrdom in the blast.", "killed 2"},
		{"A couple and their son died in the fire.", "killed 3"},
		{"No one was injured.", "injured 0"},
		{"Troops detained several suspected insurgents.", "captured 3.."},
		{"Between 12 and 15 men were detained overnight.", "captured 12..15"},
		{"It was the 30th strike since Sept. 2.", "strikes 30Σ"},
		{"The navy has struck ten boats since May, killing at least 43 people.", "boats 10Σ, killed 43..Σ"},
		{"The navy has struck ten boats since May, killing six people on Friday.", "boats 10Σ, killed 6"},
		{"Previous navy strikes on boats off Norland killed at least 27 people.", "killed 27..Σ"},
		{"Prior to Thursday's raid, navy strikes on boats off Norland killed at least 27 people.", "killed 27..Σ"},
		{"Navy strikes on boats off Norland killed at least 27 people on Thursday.", "killed 27.."},
		{"In total, 14 boats have been destroyed and 57 people killed, with three survivors.", "boats 14Σ, killed 57Σ, survivors 3Σ"},
		{"In total, 14 people have been killed and 300 homes destroyed.", "homes 300, killed 14"},
		{"The strikes bring the number of boats hit to nine and the number of people killed to 37.", "boats 9Σ, killed 37Σ"},
		{"Norland says it has killed more than 40 fighters.", "killed 41..Σ"},
		{"Norland says its troops have killed 40 fighters in a raid on Monday.", "killed 40"},
		{"The navy struck another vessel, killing six people, the fifth such strike. At least 61 people have been killed.", "killed 6, killed 61..Σ"},
		{"The strike on Tuesday is the 16th in the Norland navy's campaign. At least 67 people have been killed.", "killed 67..Σ"},
		{"It was the 16th strike in the campaign. At least six people have been killed in the raid.", "killed 6.., strikes 16Σ"},
		{"The campaign is reported to have killed nearly five times more people under Orr than under Lund.", ""},
		{"On average 3.2 people died per strike.", ""},
		{"The toll of the blast stood at 587, an increase of 75 bodies.", "killed 587"},
		{"The toll of the raid is 12, a rise of three deaths on Monday's.", "killed 12"},
		{"An average of four people were killed in each attack.", ""},
		{"The proportion of civilians killed was 55 per cent.", ""},
		{"A strike killed at least five people on Wednesday, amid a rise in such attacks since the army announced an offensive.", "killed 5.."},
		{"The village was the site of a strike in 2008 that killed 23 people, as well as other strikes since then.", "killed 23"},
		{"The army says that 25 soldiers have been killed in the operation so far.", "killed 25Σ"},
		{"Over the last 21 days, a total of 88 people have been killed and 470 injured.", "injured 470Σ, killed 88Σ"},
		{"During 50 days of armed conflict 104 Fijians were killed.", "killed 104Σ"},
		{"The toll passed 800 on Thursday in the 16-day war, as the army killed at least 15 people in a shelter.", "killed 15.., killed 801..Σ"},
		{"Another seven soldiers were killed, raising the death toll in the two-week conflict to 27.", "killed 27Σ, killed 7"},
		{"The navy killed five fighters on May 5 and eight more fighters on May 6.", "killed 5, killed 8"},
		{"Figures show that 84 people out of the 379 killed in strikes since 2004 were fighters.", "killed 379Σ, people 84Σ"},
		{"There have been more than 40 strikes since June 2004 in the north leading to a total of 283 to 358 killed.", "killed 283..358Σ, strikes 41..Σ"},
		{"The first strike, on Sept. 2, killed 11 people, and a second, on Sept. 15, killed three.", "killed 11, killed 3"},
		{"Ten “fighters” were killed in the attack.", "killed 10"},
		{"The administration's strikes have killed 83 people on 22 boats.", "boats 22Σ, killed 83Σ"},
		{"The army has now killed at least 83 people in strikes on 22 boats.", "boats 22Σ, killed 83..Σ"},
		{"The blast hit the market. At least 61 people have been killed.", "killed 61.."},
		{"The strikes since March 15 have left at least 82 people dead and 214 others injured.", "injured 214Σ, killed 82..Σ"},
		{"The death toll from the strikes on the north since March 15 has risen to 61, the ministry said.", "killed 61Σ"},
		{"On March 15 the navy began a campaign of strikes, which has since killed nearly 300 people.", "killed 300Σ"},
		{"It had recorded 258 people killed by shelling between 2002 and March 2025.", "killed 258Σ"},
		{"At least 610 people were killed during the 12-day war, the ministry said.", "killed 610..Σ"},
		{"The shelling hit 35 civilians, 11 of whom were killed.", "civilians 35, killed 11"},
		{"The blast injured 60 people, 12 of whom died.", "injured 60, killed 12"},
		{"The number is above the 28 killed between 2008 and 2011.", "killed 28Σ"},
		{"It was the fifth strike in a campaign that has now killed at least 29 people.", "killed 29..Σ"},
		{"The raid killed nine people, days after a truce ended the 12-day war.", "killed 9"},
		{"The strike brought the death toll to 21.", "killed 21Σ"},
		{"The death toll of the campaign now stands at 121.", "killed 121Σ"},
		{"Maraval said on Thursday that its navy had killed three people in a strike, the seventh since the campaign began on May 3.", "killed 3, strikes 7Σ"},
		{"Tuesday's raid was the fifth of its kind since May 3, with at least 24 men killed in the raids.", "killed 24..Σ, raids 5Σ"},
		{"The army told of 34 suspected al-Norn fighters killed in less than two weeks.", "killed 34Σ"},
		{"To date the strikes have claimed 61 lives.", "killed 61Σ"},
		{"That would bring the total number of strikes to 14 and the number of dead to at least 61.", "killed 61..Σ, strikes 14Σ"},
		{"The army told of 34 fighters killed in less than two weeks.", "killed 34Σ"},
		{"A blast killed 34 people in a market in less than two minutes.", "killed 34"},
		{"It was the worst attack in two weeks and killed 34 people.", "killed 34"},
		{"Friday's raid was the fourth of its kind in three days that have killed 15 people in total.", "killed 15Σ, raids 4Σ"},
		{"A strike, the fourth reported in the last ten days, killed four men on Friday.", "killed 4, strikes 4Σ"},
		{"A strike killed two men, making it the ninth such strike in just two weeks.", "killed 2, strikes 9Σ"},
		{"The first strike in 49 days killed six men.", "killed 6"},
		{"The navy has carried out 21 strikes, killing at least 83 people.", "killed 83..Σ, strikes 21Σ"},
		{"The navy carried out three strikes on Friday, killing at least 12 people.", "killed 12.., strikes 3"},
		{"Four men were killed in the raid, taking the death toll to 83.", "killed 4, killed 83Σ"},
		{"A third man died, taking the death toll to three.", "killed 1, killed 3"},
		{"A strike took place on May 12 in which nine people were killed.", "killed 9"},
		{"The latest strike takes the number of people killed to 83.", "killed 83Σ"},
		{"The raids brought to 190 the number of people killed in the crackdown.", "killed 190Σ"},
		{"In all, the army says, 14 boats were hit and 57 people killed.", "boats 14Σ, killed 57Σ"},
		{"With Friday's strike, 61 people have been killed.", "killed 61Σ"},
		{"The army has hit the camp 12 times since August, killing 47 people.", "killed 47Σ"},
		{"The army has launched 14 strikes so far this year, but the pace has slowed since last year.", "strikes 14Σ"},
		{"Parliament will open an inquiry on Tuesday into the explosions at the port, which killed 14 people this month.", "killed 14Σ"},
		{"The blast, which killed six people this week, broke windows.", "killed 6"},
		{"The strikes have killed at least 639 people, a rights group said on Thursday.", "killed 639..Σ"},
		{"The ministry's previous statement, on April 9, put the death toll at 107.", "killed 107†"},
		{"Initial reports had put the death toll at 33, with 80 wounded.", "injured 80†, killed 33†"},
		{"Initial reports indicate that 12 insurgents were killed in the strike.", "killed 12"},
		{"The strike killed six people, bringing the total number of targeted boats to ten and fatalities to 43 since the campaign began last month.",
			"boats 10Σ, killed 43Σ, killed 6"},
		{"More than 2,000 families were displaced by the flood.", "families 2001.."},
		{"Three people died on Friday, bringing the number of people killed to 12.", "killed 12, killed 3"},
		{"Nine out of 475 passengers aboard the 6,325-ton ferry Norna have been confirmed dead.", "killed 9, passengers 475"},
		{"Two people aboard the 40-foot boat were killed.", "killed 2"},
		{"The final toll, expected at around 300, would be one of the worst.", ""},
		{"The death toll could be as high as 500.", ""},
		{"The death toll, which could rise further, stood at 58.", "killed 58"},
		{"The ferry sank, leaving at least two people, one of them a pupil, dead and about 290 missing.", "killed 2.., missing 290"},
		{"The ministry had announced that 368 people had been rescued, a mistake that it put down to haste.", "survivors 368†"},
		{"It was reported that 368 people had been rescued, but this was later revised down to 164.", "survivors 164, survivors 368†"},
		{"Police said 12 died, and that the driver had taken the wrong turn.", "killed 12"},
		{"The death toll has reached 58 and 305 people are still reported as missing.", "killed 58, missing 305"},
		{"With 114 people believed missing, the search went on.", "missing 114"},
		{"Some 40 people were listed as missing.", "missing 40"},
		{"The search goes on for the bodies of another 141 people, all reported missing.", "missing 141"},
		{"The landslide has killed nine people and 121 people are still missing.", "killed 9, missing 121"},
		{"There were 200 ambulances, besides 1,200 soldiers to rush the injured to hospitals.", "ambulances 200, soldiers 1200"},
		{"Around 3 000 people remain evacuated.", "displaced 3000"},
		{"The ministry waits for a body.", ""},
		{"A body was found in the harbour.", "killed 1"},
		{"Rescuers found two survivors.", "survivors 2"},
		{"Up to 20 people were injured, police said.", "injured ..20"},
		{"The crash claimed the lives of three students.", "killed 3"},
		{"Two of the wounded men later died.", "killed 2"},
		{"One person is shot, and 90 people, including 12 teachers, are abducted.", "captured 90, injured 1"},
		{"Nine people are killed, including five workers and four guests, and 50 others are injured.", "injured 50, killed 9"},
		{"At least 13 Ruritanians are killed, one is missing and another injured.", "injured 1, killed 13.., missing 1"},
		{"Two people are reported to have been killed.", "killed 2"},
		{"The strike was a double homicide, police said.", "killed 2"},
		{"The death toll from the magnitude 7.4 quake rises to over 240.", "killed 241.."},
		{"Police arrested 30 organisers and activists.", "captured 30"},
		{"Three would-be robbers were shot and killed on Monday.", "killed 3"},
		{"A grandfather, his daughter and six grandchildren ages 3 months to 10 years old died on Thursday.", "killed 8"},
		{"At least 66 people have been killed, according to an AFP tally.", "killed 66..Σ"},
		{"Twelve people, among them four women, were killed on Friday when a drone hit the market.", "killed 12"},
		{"The ministry lowered the toll of the fire to six but police raised it to seven again hours later.", "killed 6, killed 7"},
		{"Police cut the number of deaths to 68 on Monday. Hours later they raised it to 70.", "killed 68, killed 70"},
		{"The raids have killed 43 people, the state office says. Coast Watch says 40.", "killed 40Σ, killed 43Σ"},
		{"Police say 14 people died; the hospital says 16.", "killed 14, killed 16"},
		{"The ministry says 64 people were killed and nine hurt. The mission gave 68, since it counts those who died of wounds.", "injured 9, killed 64, killed 68"},
		{"The ministry said 31 people had been killed in the operation so far.", "killed 31Σ"},
		{"The operation in the Sorn valley, which began on April 12, has killed at least 41 people.", "killed 41..Σ"},
		{"The rescue operation has ended and 12 people have been killed.", "killed 12"},
		{"The ministry said that the spring campaign had killed 64 people.", "killed 64Σ"},
		{"By Friday the rains, which began in June, had killed 52 people.", "killed 52Σ"},
		{"This year's rainy season has killed 25 people.", "killed 25Σ"},
		{"The army said that mines had killed 33 people this year.", "killed 33Σ"},
		{"While 288 people were killed when two trains collided on June 2, four have died in hospital since.", "killed 288, killed 4, trains 2"},
		{"At least 3,958 people have died, the office said. Earlier, it said at least 11,300 people were dead.", "killed 11300..†, killed 3958.."},
		{"They now believe 97 people died in the fire instead of the 115 deaths they had been reporting.", "killed 115†, killed 97"},
		{"With Friday's dead, Coast Watch has counted 180.", "killed 180"},
		{"The army raised its count of rebels killed since May to 316 on Sunday.", "killed 316Σ"},
		{"The number of deaths from cholera has reached 58, the minister said.", "killed 58Σ"},
		{"The ministry on Monday cut the number of cholera deaths to 68 after tests showed that three people had died of other causes. Hours later it raised it to 70, adding two deaths in Vale.", "killed 2, killed 3, killed 68Σ, killed 70Σ"},
		{"Five people were killed in the raid, police said; the mission's count stood at 78.", "killed 5, killed 78Σ"},
		{"Bombs have killed 57 people since May, the ministry says. The mission counts 61, as it includes four people who died later of wounds.", "killed 57Σ, killed 61Σ"},
		{"The monitor counted 61 dead in the raids, as it includes four people who died later.", "killed 61"},
		{"Four people were killed in Olm. That takes the border service's total since December 1 to 26.", "killed 26Σ, killed 4"},
		{"The watch group counts 30 dead since December 1.", "killed 30Σ"},
		{"Police shot dead five protesters in Ostry on Sunday.", "killed 5"},
		{"So far 47 people have been killed in the protests, the bar association said.", "killed 47Σ"},
		{"The ministry has recorded 25 Ebola deaths.", "killed 25Σ"},
		{"She says the number of rescues still remains at 95.", "survivors 95"},
		{"A team had finished examining 112 bodies.", "bodies 112"},
		{"Six people died in two raids. That takes the total since the campaign was launched on May 20 to 38.", "killed 38Σ, killed 6, raids 2"},
		{"Officials evacuate 300 residents when the river rises.", "residents 300"},
		{"Officials evacuate 300 residents as the river rises.", "displaced 300"},
		{"The authorities arrest 40 people a day.", ""},
		{"Five people were killed a day after the vote.", "killed 5"},
		{"Between 10 and 15 people are killed each month.", ""},
		{"The two were found unharmed and discovered dead wood.", ""},
		{"The two were found dead hours later.", "killed 2"},
		{"Rebels shot down six MQ-9 drones and two Su-25 jets.", "drones 6, jets 2"},
		{"Officials seized 40 million in cash and arrested three men.", "captured 3"},
		{"The 300 million project was halted after two workers died.", "killed 2"},
		{"The toll includes 13 people who are presumed dead.", "presumed_dead 13"},
		{"The bridge has been hit 12 times and 8 people have died so far in the attacks.", "killed 8Σ"},
		{"A strike killed four people, officials said, which brings to 57 the number of people killed in the campaign.", "killed 4, killed 57Σ"},
		{"The attack raised to at least 13 the death toll.", "killed 13..Σ"},
		{"He is accused of fatally shooting his parents and three younger siblings.", "killed 5"},
		{"The shots missed him, grazing two passersby.", "injured 2"},
		{"Four others were hit in the leg.", "injured 4"},
		{"Five shooting victims were transported to local hospitals.", "injured 5"},
		{"Alder was one of five people shot during a fight.", "injured 5"},
		{"One of the five men was shot and killed.", "killed 1"},
		{"A shooting killed Tena Mallow, 21, and wounded three Saturday night.", "injured 3, killed 1"},
		{"The gunfire injured another four teenagers.", "injured 4"},
		{"OLDPORT — Four teens were wounded on Sunday.", "injured 4"},
		{"He was found with a fatal gunshot wound to the head.", ""},
		{"Three hikers set out on Monday. The hikers were found dead on Tuesday.", "hikers 3, killed 3"},
		{"Also killed in the strike were more than a dozen fighters.", "killed 13.."},
		{"A force captured a rebel explosives (IED) expert and several other militants.", "captured 4.."},
		{"Rescuers had pulled 98 people from the water, and 38 were still missing.", "missing 38, survivors 98"},
		{"Rescuers pulled nine miners alive from the mine; 21 others remain trapped.", "people 21, survivors 9"},
		{"Fourteen inmates escaped; nine had been recaptured by Monday.", "captured 9, inmates 14"},
		{"The number of dead has risen to 1,411, with 3,124 injured, the ministry said.", "injured 3124, killed 1411"},
		{"The toll from the quake that struck on Sunday has risen to more than 1,400.", "killed 1401.."},
		{"It counted 1,411 dead and 3,124 injured, up from 812 dead and 2,817 injured a day earlier.", "injured 2817†, injured 3124, killed 1411, killed 812†"},
		{"Previously, officials had put the toll at 1,124.", "killed 1124†"},
		{"Fifteen sailors are missing, five of whom are believed to be dead.", "missing 15, presumed_dead 5"},
		{"Ten of the crew are feared dead.", "presumed_dead 10"},
		{"A third survivor is missing and presumed dead.", "missing 1, presumed_dead 1"},
		{"They have killed rebel commander and district police chief Amal Karim in a raid.", "killed 1"},
		{"At least 15 others were injured, including some seriously, in the crush.", "injured 15.."},
		{"Three locals and a company employee are killed in clashes.", "killed 4"},
		{"More than 5,000 people flee from the valley.", "displaced 5001.."},
		{"Police made 27 arrests.", "captured 27"},
		{"The owner, a 54-year-old trader, and the captain were arrested.", "captured 2"},
		{"Police said 83 people had serious injuries.", "injured 83"},
		{"The rebels shot down another US drone.", ""},
		{"Two men were shot down in the street.", "injured 2"},
		{"The ministry's figures put the death toll at 107 and the number of injured at 223.", "injured 223, killed 107"},
		{"The ministry put the number of dead at 14 and the wounded at 30.", "injured 30, killed 14"},
		{"The raids brought the number of US airstrikes across the valley on Sunday to 25.", "airstrikes 25"},
		{"Three of the injured died.", "killed 3"},
		{"He said that 263 of those killed were civilians.", ""},
		{"The total number of dead and wounded had reached 1,481.", "casualties 1481Σ"},
		{"The raid killed 24 people, with 38 injured.", "injured 38, killed 24"},
		{"At least 39 people were killed there and a further 29 injured.", "injured 29, killed 39.."},
		{"The city saw protests over the death of Ida Orr in custody.", ""},
		{"Three men aged between 52 and 68 have been arrested.", "captured 3"},
		{"The toll was 146, with 79 reported injured.", "injured 79, killed 146"},
		{"They ended the search for bodies inside all seven of eight towers.", "towers 8"},
		// Old values, by the words for what gave them.
		{"More than 240 people had died, revising an earlier death toll of 294.", "killed 241.., killed 294†"},
		{"The toll stood at 260, lower than initial estimates of 270 fatalities.", "killed 260, killed 270†"},
		{"Officials had initially said that at least 279 people were killed.", "killed 279..†"},
		{"Police initially reported five deaths, but nine people were killed.", "killed 5†, killed 9"},
		{"Initial reports indicate that four rebels were killed.", "killed 4"},
		{"Initial reports said that four rebels were killed.", "killed 4†"},
		// Things that are put out of action, days before a number.
		{"The raids went on, raising the total number of neutralised drones to 77.", "drones 77Σ"},
		{"The strike eliminated three launchers.", "launchers 3"},
		{"The army said on Wednesday 13 soldiers had been killed.", "killed 13"},
		{"Police said Monday 12 people were injured.", "injured 12"},
		{"The army said at 5 p.m. on Wednesday 13 troops were dead.", "killed 13"},
		// Those told of before, those left over, those of another's; bodies given back.
		{"The ministry said 78 soldiers were injured. He paid tribute to the soldiers killed.", "injured 78"},
		{"The union stands for more than 5,000 pilots. It blames the deceased pilots.", "pilots 5001.."},
		{"A voice recording captured Captain Ivo Renn asking a question.", ""},
		{"Two men were captured on camera.", "men 2"},
		{"All but one of the 242 people on board were killed.", "killed 241"},
		{"All but one of the passengers were killed.", ""},
		{"Milo Tarr, whose father also died in the crash, said the family waits.", "killed 1"},
		{"Officials said 170 bodies had been handed over to families.", "bodies 170"},
		{"A total of 204 bodies had been recovered from the site.", "killed 204"},
		{"The number killed stood at 290 people.", "killed 290"},
		{"The human toll of the flood stands at 260 people.", "killed 260"},
		{"Not a single civilian was harmed by the fire.", "injured 0"},
		// Those whom something befell as a noun, and the verbs of a count.
		{"The count of the dead climbed to 37.", "killed 37"},
		{"The dead now number 46.", "killed 46"},
		{"Officials put the dead at 11.", "killed 11"},
		{"The confirmed dead rose to 30.", "killed 30"},
		{"The number of those killed rose to 30.", "killed 30"},
		{"The number of confirmed dead rose to 30.", "killed 30"},
		{"The tally of dead rose from 12 to 30.", "killed 12†, killed 30"},
		{"The injured numbered 70.", "injured 70"},
		{"Total deaths now number 30.", "killed 30"},
		{"The dead in the valley now number 46.", "killed 46"},
		{"The injured reached the hospital in four hours.", ""},
		{"The number of victims rose to 28.", "victims 28"},
		{"The number of injured police officers rose to 568.", "injured 568"},
		{"The death toll topped 300.", "killed 301.."},
		{"The casualty toll rose to 200.", "casualties 200"},
		{"The casualty toll rose to 40 people killed and 170 injured.", "injured 170, killed 40"},
		{"The casualty toll rose to 43 deaths.", "killed 43"},
		{"The death toll was revised down from 145 to 128.", "killed 128, killed 145†"},
		{"The toll stood at 20, up from 12 on Monday.", "killed 12†, killed 20"},
		{"An earlier toll stood at 12.", "killed 12†"},
		{"The crash left nine people dead and another injured.", "injured 1, killed 9"},
		{"The army lost 21 soldiers and 30 tanks.", "killed 21, tanks 30"},
		{"The Norland military said it had lost five men.", "killed 5"},
		{"At least 120 people have fallen ill with the fever, the ministry said.", "cases 120.."},
		// Votes and seats, and whose they are.
		{"With 80 percent of ballots counted, Solt had 1,204,000 votes and Veck 1,176,000, the commission said.", "votes for Solt 1.204e+06, votes for Veck 1.176e+06"},
		{"The Harbour Alliance has 58 seats, the National Front 51 and the Greens 11.", "seats for Greens 11, seats for Harbour Alliance 58, seats for National Front 51"},
		{"The motion passed by 204 votes to 85.", ""},
		{"The union said 12,000 people took part; police put the number at 7,000.", "people 12000, people 7000"},
		{"Ostra has lowered the number of planned job cuts to 2,200.", "jobs 2200"},
		// Whose verb is left out.
		{"The ministry counted 14 dead, the hospital 17, on Tuesday.", "killed 14, killed 17"},
		{"Police put the number of dead at 12, the union at 16.", "killed 12, killed 16"},
		{"The ministry has recorded 180 cases and six deaths, the aid group 260 and nine.", "cases 180, killed 6"},
		{"The firm says 800 jobs will go, the union 2,000.", "jobs 2000, jobs 800"},
		{"Local media report 10 bodies recovered.", "killed 10"},
		{"Norland has confirmed five new deaths due to the fever.", "killed 5"},
		{"Norland reports the first two deaths of the outbreak.", "killed 2"},
		{"Police discovered three people dead on Thursday.", "killed 3"},
		{"The fire left seven motorcyclists dead.", "killed 7"},
		{"The navy arrested 23 pirates.", "captured 23"},
		{"They found six guests suffering from apparent gun shot wounds.", "injured 6"},
		{"All 55 people on board survive.", "survivors 55"},
		{"The ministry arrests 48 Nigerians.", "captured 48"},
		{"Two skiers are killed and 25 others are trapped, including five injured.", "injured 5, killed 2, people 25"},
		{"Five miners are trapped underground and presumed dead.", "presumed_dead 5"},
		{"Some 45 people are being treated in hospital.", "injured 45"},
		// Those driven from home.
		{"The fighting has forced 12,000 people from their homes.", "displaced 12000"},
		{"More than 12,000 people were forced to flee.", "displaced 12001.."},
		{"The flood forced the evacuation of 4,000 residents.", "displaced 4000"},
		{"Authorities evacuate more than 10,000 people.", "displaced 10001.."},
		{"The ministry forced 40 officials to resign.", ""},
		{"Authorities evacuate residents near the port.", ""},
		// What is no count: a share, "how many", one shot, bodies given back, those whom others took.
		{"About 82% of children who died had no care.", ""},
		{"He would not say how many people were killed.", ""},
		{"The constable fired one shot that went through his arm.", ""},
		{"The army returned the bodies of four hostages.", "hostages 4"},
		{"The families of those whom agents detained wait.", ""},
		// Clauses that "after" opens, lists behind one noun, and who shares a fate.
		{"Police arrested 63 people after ten officers were injured at the match.", "captured 63, injured 10"},
		{"The border is shut after five soldiers and three civilians are killed, and 12 others are injured.", "injured 12, killed 8"},
		{"He was charged after the family dog was found dead.", ""},
		{"The raid resulted in the deaths of 145 rebels, 18 civilians, and 15 soldiers.", "killed 178"},
		{"At least three officers are injured, as well as two others.", "injured 5.."},
		{"The mayor was killed by a strike on May 26 near Vale along with his wife and three children.", "killed 5"},
		{"Ida Orr, 50, died at the scene along with three children.", "killed 4"},
		{"Two people were killed and six injured, as well as a child.", "injured 6, killed 2"},
		{"Three others sustain burn injuries.", "injured 3"},
		{"Norland suffers major injuries.", ""},
		{"Inmates hold at least 46 officers and staff hostage.", "captured 46.."},
		{"They took dozens of prison staff hostage.", "captured 24.."},
		{"The shooting left five members of a family dead.", "killed 5"},
		{"People were gathering for a vigil for Malo Causey, 14, who was fatally shot nearby.", "killed 1"},
		{"Sixty-six people or more were injured yesterday.", "injured 66.."},
		{"The attack left nine dead last year.", "killed 9"},
		{"The fire claimed the life of Peter Alder, a clerk.", "killed 1"},
		{"The army hands the remains of three hostages over to the ministry.", "hostages 3"},
		{"The club has 12 players on injured reserve.", "players 12"},
		// Totals over a campaign.
		{"Bringing the number of targeted boats to ten and fatalities to 43, the strike killed six people.", "boats 10Σ, killed 43Σ, killed 6"},
		{"The strikes have killed at least 83 people. The raids have destroyed 22 vessels.", "killed 83..Σ, vessels 22Σ"},
		{"At least 46 people have been killed in the campaign, which began in early May.", "killed 46..Σ"},
		{"The strikes killed 14 people on Monday.", "killed 14"},
		{"Police arrested 45 men, bringing the number of people detained since last week to 312.", "captured 312Σ, captured 45"},
		{"Ruritanian strikes have killed at least 31 people in the valley.", "killed 31.."},
		{"The navy has carried out at least 21 strikes, killing 83 people.", "killed 83Σ, strikes 21..Σ"},
		{"Two workers who had been missing since the blast were found alive.", "missing 2†, survivors 2"},
		{"The strike forced 400 workers to leave home early.", "workers 400"},
		{"The storm drove 300 people out of town meetings.", "people 300"},
		{"The army lost 200 troops to desertion last month.", "troops 200"},
		{"Three men previously reported missing are safe, the navy said.", "missing 3†"},
		{"Two workers are missing since the blast, and four others were found alive.", "missing 2, survivors 4"},
		{"It lowered its toll from 16 to 14, the figure that the ministry has given since Wednesday.", "killed 14, killed 16†"},
		{"The war has killed 400 people.", "killed 400Σ"},
		{"They arrested twelve people after a jackal died.", "captured 12"},
		{"Five people were rescued while the rest are presumed dead.", "survivors 5"},
		{"The number of people killed in the flood passed 100 on Monday.", "killed 101.."},
		{"He earlier put the number of dead at 290.", "killed 290†"},
		{"The raid killed about 1,200 people, and 251 were taken hostage.", "captured 251, killed 1200"},
		{"At least 253 pupils and 12 teachers are still held by the gunmen.", "captured 265.."},
		{"The town waited for 265 pupils and teachers still held by gunmen.", "captured 265"},
		{"Some 40 miners remain in captivity.", "captured 40"},
		{"The council held a meeting for 40 miners. Two were held in high regard.", "miners 40"},
		{"Rebels raided the town, abducting 25 students.", "captured 25"},
		{"The union said 303 pupils were taken from the school.", "captured 303"},
		{"Forty pupils were taken from the school to a hospital.", "injured 40"},
		{"Gunmen have raided a school and seized an unknown number of pupils.", ""},
		{"One hundred pupils among the 303 kidnapped last month have been freed.", "captured 303, pupils 100"},
		{"A total of 303 pupils were abducted during an attack on a school, the union said, updating an earlier tally of 215 pupils.", "captured 303, pupils 215†"},
		{"Ten girls and one counselor were still unaccounted for.", "missing 11"},
		{"The crash killed 30 people. At least five students were among the dead.", "killed 30"},
		{"Six people, two children and a nurse, were killed in the blast.", "killed 6"},
		{"Six farmers, two children and a nurse were killed in the blast.", "killed 9"},
		{"There were 52 Britons killed among the 261 people who died.", "killed 261"},
		{"The drone was seen above three villages.", "villages 3"},
		{"Ten people have died in the mountains this season.", "killed 10Σ"},
		{"He is survived by his wife and two sons.", "sons 2"},
		{"Police shot the attacker dead.", "killed 1"},
		{"The government ordered the killing of over 300,000 pigs.", "pigs 300001.."},
		{"Thousands of deaths could be prevented.", ""},
		{"The ban polices a woman's body.", ""},
		{"The three companies have been in the trade for years.", "companies 3"},
		// Whose parts are in brackets, behind a dash or a colon, or nationals.
		{"The clashes have killed 21 people in the north (14 civilians, seven soldiers).", "killed 21"},
		{"The ministry raised its toll to 20 — 14 civilians and six troops.", "killed 20"},
		{"The crash killed eight people: seven Portuguese and one Canadian.", "killed 8"},
		{"Seven Portuguese and one Canadian were killed in the crash.", "killed 8"},
		{"Police arrested five Nigerians and a Ghanaian.", "captured 6"},
		{"The raid killed 20 people, and the navy sank three boats (two skiffs, one tug).", "boats 3, killed 20, skiffs 2, tugs 1"},
		{"Both sides traded fire. It was the second such incident this year.", ""},
		{"The toll of 33 surpasses the 28 killed between 2008 and 2011.", "killed 28Σ, killed 33"},
		{"Ten survivors, eight Filipinos, one Greek and one Indian, were rescued.", "survivors 10"},
		{"Have the rebels killed an envoy yet?", ""},
		{"In Norland one farmer was killed, and in Sudland four soldiers were injured.", "injured 4, killed 1"},
		{"The army counted six soldiers killed, with 29 soldiers and 30 civilians wounded.", "injured 59, killed 6"},
		{"The army reported five soldiers killed, bringing its total to 20, including 14 civilians and six troops.", "killed 20Σ, killed 5"},
		{"There was no word of casualties.", ""},
		{"Officials said 11 civilians, including a child, and one soldier were killed.", "killed 12"},
		{"Two sailors of the Norland-flagged, Greek-operated bulk carrier Eternity C were killed.", "killed 2"},
		{"All 22 sailors, 17 Filipinos, a Romanian, a Vietnamese and three Sri Lankan guards, were rescued.", "survivors 22"},
		{"The attack killed 31: 20 civilians, eight police and three soldiers.", "killed 31"},
		{"The ministry lowered the toll from two explosions to 44 from 45.", "explosions 2, killed 44, killed 45†"},
		{"The remains of one miner had been counted twice.", "miners 1"},
		{"Rebels have killed 57 people in three days of attacks.", "killed 57Σ"},
		{"Five days of combat killed 43 people.", "killed 43Σ"},
		{"After three days of fighting, a rocket killed five people.", "killed 5"},
		{"In total, 44 people have died at the mine this week.", "killed 44Σ"},
		{"Military action against vessels in the gulf has killed at least 29 people.", "killed 29..Σ"},
		{"There have been 15 strikes on 16 boats, with three survivors.", "boats 16Σ, strikes 15Σ, survivors 3Σ"},
		{"Air strikes on the port have killed 20 people this week.", "killed 20Σ"},
		{"The seven previous strikes had all been in the gulf.", "strikes 7Σ"},
		// What may have happened.
		{"As many as 200 people may have been killed.", "killed ..200"},
		// What counts nobody.
		{"Officials ordered the Old Quay evacuated on Monday.", ""},
		{"Troops captured el-Marr on Sunday.", ""},
		{"The shot killed a girl and injured one of the family dogs.", "dogs 1, killed 1"},
		{"Police arrested 61 people, and 12 buildings were burned.", "buildings 12, captured 61"},
		{"The Rivers killed three rallies and survived a scare.", "rallies 3"},
		{"They called 911 for the wounded.", ""},
		{"The Post reported it, citing two people with knowledge of the plan.", ""},
		{"Up to 300 millimetres of rain fell.", ""},
		{"The suspect fled on foot.", ""},
		{"The man, 34, lives at 2300 Alder Street.", ""},
		{"A 43-year-old runs the shop.", ""},
		{"The home side won 3-1 on May 12, 2024.", ""},
		{"It cost $43 million, or 12 percent more.", ""},
		{"He drew a .45-caliber pistol.", ""},
		{"Police could have killed three people.", "people 3"},
		{"They were sent to arrest two men.", "men 2"},
	} {
		if got := figuresOf(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// partsOf prints the figures of text in text order, each part behind its whole's number.
func partsOf(text string) string {
	var out []string
	fs := Doc(parse.Article(&article.Article{Text: text})).Figures
	for _, f := range fs {
		if f.Low == nil || f.Form == "pronoun" {
			continue
		}
		s := fmt.Sprint(f.Measure, " ", *f.Low)
		if f.High == nil {
			s += ".."
		}
		if f.PartOf >= 0 {
			s += fmt.Sprint(" of ", *fs[f.PartOf].Low)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The strike killed 42 people, 12 of them children.", "killed 42, killed 12 of 42"},
		{"The strike killed 42 people, of whom 12 were children.", "killed 42, killed 12 of 42"},
		{"The strike killed 42 people, 12 of whom were women.", "killed 42, killed 12 of 42"},
		{"The strike killed 42 people, 12 of whom were wounded first.", "killed 42, injured 12"},
		{"A total of 32 people were injured, of which 12 were children.", "injured 32, injured 12 of 32"},
		{"The flood has killed 42 people, 30 of them in Norland.", "killed 42, killed 30 of 42"},
		{"The blast injured 40 people. Twelve of them were children.", "injured 40, injured 12 of 40"},
		{"The blast killed 40 people. Among them were 12 children.", "killed 40, killed 12 of 40"},
		{"The blast killed 40 people. They include 12 children.", "killed 40, killed 12 of 40"},
		{"The blast killed 40 people and wounded 90. Twelve of them were children.", "killed 40, injured 90"},
		{"Six of the 31 injured are in critical condition.", "injured 6 of 31, injured 31"},
		{"The fire killed 40 people. Nine of the dead were pupils.", "killed 40, killed 9 of 40"},
		{"The fire killed 40 people. Twelve of the victims were women.", "killed 40, killed 12 of 40"},
		{"The fire injured 40 people. Twelve of the victims were women.", "injured 40, injured 12 of 40"},
		{"The fire killed 40 people. None of the dead was a pupil.", "killed 40"},
		{"Twelve of the victims were women.", "victims 12"},
		{"The fire killed 40 people. The dead included 12 children.", "killed 40, killed 12 of 40"},
		{"The dead included 12 children.", "killed 12.."},
		{"The attack wounded 14 people, three of them seriously.", "injured 14, injured 3 of 14"},
		{"Some 45 people are being treated in hospital, five of them in critical condition.", "injured 45, injured 5 of 45"},
		{"The search ended after 20 bodies were recovered, 11 women and nine men.", "killed 20, killed 11 of 20, killed 9 of 20"},
		{"The blast killed six in Texas, four in Ohio and two in Iowa.", "killed 12, killed 6 of 12, killed 4 of 12, killed 2 of 12"},
		{"Forty people were killed, 30 in Norland and 10 in Sudland.", "killed 40, killed 30 of 40, killed 10 of 40"},
		{"At least 23 Norlanders, including seven women, five children, and a paramedic are killed.", "killed 23.., killed 7 of 23, killed 5 of 23, killed 1 of 23"},
		{"Three people, including a child, are killed and 14 more are injured.", "killed 3, killed 1 of 3, injured 14"},
		{"Strikes kill at least 32 people, including sixteen people in Vale and two soldiers.", "killed 32.., killed 16 of 32, killed 2 of 32"},
		{"Three other citizens -- two men and one woman -- were wounded.", "injured 3, injured 2 of 3, injured 1 of 3"},
		{"At least 72 people were killed, including 42 killed in Vale.", "killed 72.., killed 42 of 72"},
		{"A guard was shot dead and several others were injured, including at least four children.", "killed 1, injured 3.., injured 4.. of 3"},
		{"The blast killed six in May and four in June.", "killed 6"},
	} {
		if got := partsOf(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func FuzzFigures(f *testing.F) {
	f.Add("At least 12 to 15 of the two dozen men, 34, were killed; a toll of from five to — million.")
	f.Add("killed killed and killed, and and his’s \xff 1.2.3 12–15 dead")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		Title(text) // headlines have no trees
		m := Doc(parse.Article(&article.Article{Text: text}))
		for i, g := range m.Figures {
			if g.Span.Start < 0 || g.Span.End > len(text) || g.Span.Len() <= 0 || !utf8.ValidString(g.Span.Text(text)) {
				t.Fatalf("span %v", g.Span)
			}
			if g.PartOf >= len(m.Figures) || g.PartOf == i {
				t.Fatalf("part of %d", g.PartOf)
			}
			if g.Low != nil && g.High != nil && *g.Low > *g.High {
				t.Fatalf("low %v above high %v", *g.Low, *g.High)
			}
		}
	})
}

// A line of a megabyte takes no longer than its length says.
func TestFiguresAreLinear(t *testing.T) {
	d := parse.Article(&article.Article{Text: strings.Repeat("killed two men and 3 killed, a toll of ", 4000)})
	start := time.Now()
	figures(&Mentions{Doc: d})
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}

func BenchmarkFigures(b *testing.B) {
	text := strings.Repeat("Two men were shot dead and five others were wounded in the northern town on Friday, police said. "+
		"The mayor told reporters that the council would meet next week to talk about the bridge, which was built long ago. "+
		"Troops later detained several suspects near the river.\n", 50)
	d := parse.Article(&article.Article{Text: text})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		figures(&Mentions{Doc: d})
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func TestTitle(t *testing.T) {
	for title, want := range map[string]string{
		"Five killed in explosion at depot":         "killed 5",
		"Man shot dead, two injured in Port Vale":   "injured 2 killed 1",
		"Minister to face inquiry over Port Vale":   "",
		"Police arrest 12 after protest; 3 missing": "captured 12 missing 3",
	} {
		var out []string
		for _, f := range Title(title) {
			if f.Low != nil && f.PartOf < 0 && f.Cue >= 0 {
				out = append(out, fmt.Sprint(f.Measure, " ", *f.Low))
			}
		}
		sort.Strings(out)
		if got := strings.Join(out, " "); got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
}
